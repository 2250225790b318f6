# What is fixed, and what the command line says.
# shellcheck shell=bash disable=SC2034  # read by the other parts

readonly DATA=/var/lib/rancher/k3s
readonly SERVER_TLS=$DATA/server/tls
readonly KUBECONFIGS=$DATA/server/cred
readonly MANIFESTS=$DATA/server/manifests
readonly JOINED=$DATA/agent
readonly IMAGE_ARCHIVES=$JOINED/images
readonly LOGS=/var/log/node
readonly ADD_ONS=/usr/local/share/node/add-ons
readonly ADMIN_KUBECONFIG=${K3S_KUBECONFIG_OUTPUT:-/etc/rancher/k3s/k3s.yaml}
readonly ADMIN_KUBECONFIG_MODE=${K3S_KUBECONFIG_MODE:-600}

STARTED=$(date -u +%Y-%m-%dT%H:%M:%SZ)
readonly STARTED

# k3s' own defaults, so that nothing which knows them is surprised.
readonly POD_NETWORK=10.42.0.0/16
readonly FIRST_POD_NETWORK=10.42.0.0/24
readonly SERVICE_NETWORK=10.43.0.0/16
readonly DNS_ADDRESS=10.43.0.10
readonly API_PORT=6443

readonly POLICY_QUEUE=100
readonly POLICY_METRICS_PORT=9080

declare -a TLS_SANS=()
declare -A DISABLED=()
NETWORK_POLICY=true
ROLE=server
# https://docs.k3s.io/cli/token, https://docs.k3s.io/cli/agent
TOKEN=${K3S_TOKEN:-}
SERVER_URL=${K3S_URL:-}

read_arguments() {
  case ${1:-server} in
    server | agent) ROLE=${1:-server} && shift $(($# > 0)) ;;
    *) fail "expected the command 'server' or 'agent', got '$1'." ;;
  esac
  while (($# > 0)); do
    case $1 in
      --tls-san=* | --disable=* | --token=* | --server=*) read_option "${1%%=*}" "${1#*=}" ;;
      --tls-san | --disable | --token | --server) read_option "$1" "${2:?$1 needs a value}" && shift ;;
      --disable-network-policy) NETWORK_POLICY=false ;;
      *) log "ignored: $1 is not known to this node; rancher/k3s may know it" ;;
    esac
    shift
  done
}

read_option() {
  local value
  case $1 in
    --token) TOKEN=$2 && return ;;
    --server) SERVER_URL=$2 && return ;;
  esac
  for value in ${2//,/ }; do
    case $1 in
      --tls-san) TLS_SANS+=("$value") ;;
      --disable) DISABLED[$value]=true ;;
    esac
  done
}

is_disabled() {
  [[ -v "DISABLED[$1]" ]]
}
