# What the node needs of the machine: names, mounts, control groups.
# shellcheck shell=bash disable=SC2034  # read by the other parts

prepare_machine() {
  NODE_NAME=$(hostname)
  NODE_ADDRESS=$(first_address)
  export TZ=UTC

  # A killed container leaves the sockets and network namespaces of its last life where /run is on disk.
  rm -rf /run/k3s /run/etcd /run/netns /run/cni
  mkdir -p "$LOGS" "$IMAGE_ARCHIVES" "$(dirname "$POD_NETWORK_FILE")"
  if [[ $ROLE == server ]]; then
    mkdir -p /run/etcd /etc/rancher/k3s "$SERVER_TLS" "$KUBECONFIGS" "$MANIFESTS"
  fi
  keep_last_logs

  # Volumes that a pod mounts for others must be seen by them.
  mount --make-rshared /
  sysctl -qw net.ipv4.ip_forward=1
  prepare_control_groups
  if [[ -n $TOKEN ]]; then share_watches; fi
}

# How many things the programs of one user may watch for changes is the machine's: all nodes on it share
# the number, and the kernel's default is used up by three of them ("too many open files").
share_watches() {
  local instances=/proc/sys/fs/inotify/max_user_instances wanted=1024
  if (($(<"$instances") < wanted)); then
    echo "$wanted" >"$instances" || log "fs.inotify.max_user_instances can't be raised to $wanted; a node beside others may fail"
  fi
}

first_address() {
  local address
  address=$(ip -4 -o address show scope global | sed -n 's/.* inet \([0-9.]*\).*/\1/p' | sed -n 1p)
  [[ -n $address ]] || fail "no IPv4 address: the container needs a network."
  printf '%s' "$address"
}

keep_last_logs() {
  local file
  for file in "$LOGS"/*.log; do
    if [[ -s $file ]]; then mv "$file" "$file.1"; fi
  done
}

# Pods live in control groups below the container's own, so that two nodes on one machine don't take
# each other's for orphans, and nothing is left when the container ends.
prepare_control_groups() {
  local own
  if [[ -e /sys/fs/cgroup/cgroup.controllers ]]; then
    own=$(sed -n 's/^0:://p' /proc/self/cgroup)
    CGROUP_ROOT=$(visible_or_top "$own" /sys/fs/cgroup)
    share_controllers "/sys/fs/cgroup$CGROUP_ROOT"
  else
    own=$(sed -n 's/^[0-9]*:memory://p' /proc/self/cgroup)
    CGROUP_ROOT=$(visible_or_top "$own" /sys/fs/cgroup/memory)
  fi
}

# Without the host's tree the container sees its own group as the top.
visible_or_top() {
  if [[ -d $2$1 ]]; then printf '%s' "$1"; else printf '/'; fi
}

# In version 2 a group that hands controllers to its children has no processes of its own.
share_controllers() {
  local group=${1%/} process controllers
  mkdir -p "$group/node"
  while read -r process; do
    echo "$process" >"$group/node/cgroup.procs" 2>/dev/null || true
  done <"$group/cgroup.procs"
  controllers=$(<"$group/cgroup.controllers")
  echo "+${controllers// / +}" >"$group/cgroup.subtree_control"
}
