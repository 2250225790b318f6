# Images reach the node as archives in a folder; nothing is ever pulled.
# shellcheck shell=bash

# Small ones first: what the add-ons need is small.
import_images() {
  trap - TERM INT
  await 30 "containerd's socket" test -S "$CONTAINERD_ADDRESS"
  local archive size failed=0
  while read -r size archive; do
    ctr images import "$archive" >>"$LOGS/images.log" 2>&1 || {
      log "not imported: $archive ($size bytes): $(tail -n 1 "$LOGS/images.log")"
      failed=1
    }
  done < <(find "$IMAGE_ARCHIVES" -name '*.tar' -type f -printf '%s %p\n' | sort -n)
  return "$failed"
}

await_import() {
  wait "$1" || fail "an archive in $IMAGE_ARCHIVES can't be imported."
  log "images are imported: $(ctr images ls -q | grep -vc '^sha256:')"
}
