#!/bin/sh
# gpg ends with 1 when a signature is not good. Argo CD reads that from the output; it is no failure.
output=$(gpg "$@" 2>&1)
code=$?
if [ "$code" -gt 1 ]; then
  printf '%s\n' "$output" >&2
  exit "$code"
fi
printf '%s\n' "$output"
