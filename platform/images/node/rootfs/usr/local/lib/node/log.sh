# What the node says: one line each, with the seconds since its start.
# shellcheck shell=bash

log() {
  printf '%(%Y-%m-%dT%H:%M:%SZ)T +%ds %s\n' -1 "$SECONDS" "$*"
}

# Ends the node; what its processes said last is printed, because their logs go with the container.
fail() {
  log "failed: $*" >&2
  local file
  for file in "$LOGS"/*.log; do
    [[ -s $file ]] && printf -- '--- %s\n%s\n' "$file" "$(tail -n 15 "$file")" >&2
  done
  exit 1
}

# await SECONDS WHAT COMMAND…: repeats a command until it succeeds; at the deadline the node ends.
await() {
  local deadline=$((SECONDS + $1)) what=$2
  shift 2
  until "$@"; do
    ((SECONDS < deadline)) || fail "$what did not come in time."
    sleep 0.1
  done
}
