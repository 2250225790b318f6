# What a cluster has beside Kubernetes: DNS, volumes, metrics; named as in k3s' --disable.
# shellcheck shell=bash

apply_add_ons() {
  local folder=/run/add-ons file name
  mkdir -p "$folder"
  for file in "$ADD_ONS"/*.yaml; do
    name=$(basename "$file" .yaml)
    if ! is_disabled "$name"; then
      sed -e "s#\${DNS_ADDRESS}#$DNS_ADDRESS#" -e "s#\${DNS_FORWARD}#$(dns_forward)#" \
        -e "s#\${VOLUMES}#$DATA/storage#" "$file" >"$folder/$name.yaml"
    fi
  done
  apply "$folder" || fail "the add-ons can't be applied."
}

# Names outside the cluster go where the node's own go, but for a resolver on the node's loopback, which
# pods can't reach. The engine's own resolver is one (a network of one's own has it); newer engines say in a
# comment whom that one asks.
dns_forward() {
  local asked
  asked=$(sed -n 's/^# ExtServers: \[\([0-9. ]*\)\].*/\1/p' /etc/resolv.conf)
  if grep -q '^nameserver *127\.0\.0\.11' /etc/resolv.conf && [[ $asked == [0-9]* && $asked != *127.* ]]; then
    printf 'forward . %s' "$asked"
  elif grep -qE '^nameserver +(127\.|::1)' /etc/resolv.conf || ! grep -q ^nameserver /etc/resolv.conf; then
    printf '# no resolver that pods reach'
  else
    printf 'forward . /etc/resolv.conf'
  fi
}

apply_own_manifests() {
  local file
  for file in "$MANIFESTS"/*.yaml; do
    [[ -e $file ]] || continue
    apply "$file" || log "not applied: $file: $(tail -n 1 "$LOGS/manifests.log")"
  done
}

# A manifest may use a kind that another one has just defined.
apply() {
  local try
  for try in 1 2 3 4 5; do
    kubectl --kubeconfig "$ADMIN_KUBECONFIG" apply --server-side --force-conflicts --filename "$1" \
      >>"$LOGS/manifests.log" 2>&1 && return 0
    sleep "$((try - 1))"
  done
  return 1
}
