# Keeps the node's processes running, and ends them in order.
# shellcheck shell=bash

declare -A KEEPERS=()

readonly MOST_FAILURES=8

# keep NAME COMMAND…: runs a command in the background, again whenever it ends.
keep() {
  local name=$1
  keep_running "$@" &
  KEEPERS[$name]=$!
}

# Ends itself when the command fails too often, which ends the node: a node that lacks a part must not
# look alive.
keep_running() {
  local name=$1 process=0 started code failures=0 pause
  shift
  trap 'kill -TERM "$process" 2>/dev/null; wait "$process"; exit 0' TERM
  while ((failures < MOST_FAILURES)); do
    started=$SECONDS
    "$@" >>"$LOGS/$name.log" 2>&1 &
    process=$!
    code=0
    wait "$process" || code=$?
    if ((SECONDS - started > 60)); then failures=0; fi
    pause=$((failures < 3 ? failures + 1 : 5))
    failures=$((failures + 1))
    log "$name ended with code $code; it starts again in $pause s"
    sleep "$pause"
  done
  exit 1
}

# Returns when a process is not kept any more.
watch_processes() {
  local ended name
  while true; do
    ended=
    wait -n -p ended "${KEEPERS[@]}" || true
    for name in "${!KEEPERS[@]}"; do
      if [[ ${KEEPERS[$name]} == "$ended" ]]; then fail "$name failed $MOST_FAILURES times in a row."; fi
    done
  done
}

# Those that write go first, the store and the runtime last. Pods end with the container.
stop_node() {
  trap '' TERM INT
  log "stopping"
  end 5 follow-nodes approve-certificates kubelet kube-proxy kube-network-policies kube-scheduler \
    kube-controller-manager kube-apiserver
  end 3 etcd containerd
  log "stopped"
  exit 0
}

end() {
  local deadline=$((SECONDS + $1)) name
  shift
  for name in "$@"; do
    if [[ -v "KEEPERS[$name]" ]]; then kill -TERM "${KEEPERS[$name]}" 2>/dev/null || true; fi
  done
  for name in "$@"; do
    while [[ -v "KEEPERS[$name]" ]] && kill -0 "${KEEPERS[$name]}" 2>/dev/null && ((SECONDS < deadline)); do
      sleep 0.1
    done
  done
}
