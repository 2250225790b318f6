#!/bin/sh
# Checks the signature of a commit or of an annotated tag. As with gpg-wrapper.sh a signature that is
# not good is an answer, and a tag without one is an empty answer.
if [ -z "$1" ]; then
  echo 'usage: git-verify-wrapper.sh REVISION' >&2
  exit 1
fi

kind=commit
if git describe --exact-match "$1" >/dev/null 2>&1; then
  kind=tag
fi

output=$(git "verify-$kind" "$1" 2>&1)
code=$?
if [ "$code" -gt 1 ]; then
  printf '%s\n' "$output" >&2
  exit "$code"
fi
case $kind:$output in
  tag:error:*) ;;
  *) printf '%s\n' "$output" ;;
esac
