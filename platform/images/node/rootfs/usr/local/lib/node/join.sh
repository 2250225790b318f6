# How other nodes join: what a server gives out for that, and what an agent makes of it.
# shellcheck shell=bash

readonly NODE_TOKEN=$DATA/server/node-token
readonly JOIN_MANIFEST=/usr/local/share/node/join.yaml
readonly AUTHORITY=$JOINED/server-ca.crt
readonly BOOTSTRAP_KUBECONFIG=$JOINED/bootstrap.conf

# A server lets nobody join that was not given a token.
nodes_may_join() {
  [[ -n $TOKEN ]]
}

# In k3s' full form the token names the certificate authority that the cluster is known by:
# K10 SHA-256 of its file :: user : secret.
token_secret() {
  if [[ $TOKEN =~ ^K10[0-9a-f]{64}::[^:]*:(.+)$ ]]; then
    printf '%s' "${BASH_REMATCH[1]}"
  else
    printf '%s' "$TOKEN"
  fi
}

# Of the form that Kubernetes knows: six characters that name it and sixteen that are secret.
bootstrap_token() {
  local hash
  hash=$(token_secret | sha256sum)
  printf '%s.%s' "${hash:0:6}" "${hash:6:16}"
}

### The server

write_node_token() {
  nodes_may_join || return 0
  local hash
  hash=$(sha256sum <"$SERVER_TLS/ca.crt")
  (umask 077 && printf 'K10%s::node:%s\n' "${hash%% *}" "$(token_secret)" >"$NODE_TOKEN.partial")
  mv "$NODE_TOKEN.partial" "$NODE_TOKEN"
}

# Who asks the API server is shown the authority too, and can compare it before saying a word.
certificate_with_authority() {
  cat "$1" "$SERVER_TLS/ca.crt" >"$SERVER_TLS/apiserver-chain.crt"
  printf '%s' "$SERVER_TLS/apiserver-chain.crt"
}

let_nodes_join() {
  nodes_may_join || return 0
  local token manifest=/run/join.yaml
  token=$(bootstrap_token)
  (umask 077 && sed -e "s#\${TOKEN_ID}#${token%.*}#" -e "s#\${TOKEN_SECRET}#${token#*.}#" \
    -e "s#\${KUBE_PROXY}#$(base64 -w 0 "$KUBECONFIGS/kube-proxy.conf")#" \
    -e "s#\${KUBE_NETWORK_POLICIES}#$(base64 -w 0 "$KUBECONFIGS/kube-network-policies.conf")#" \
    "$JOIN_MANIFEST" >"$manifest")
  # The first node has the first network: only then may others ask for one.
  await 30 "the pod network of the first node" first_network_is_ours
  keep approve-certificates approve_certificates
  keep follow-nodes follow_nodes "$KUBECONFIGS/kube-proxy.conf"
  apply "$manifest" || fail "nodes can't be let in."
  rm -f "$manifest"
  log "nodes may join"
}

first_network_is_ours() {
  local found
  found=$(kubectl --kubeconfig "$ADMIN_KUBECONFIG" get node "$NODE_NAME" --output 'jsonpath={.spec.podCIDR}' 2>/dev/null) ||
    return 1
  [[ -z $found || $found == "$FIRST_POD_NETWORK" ]] ||
    fail "expected $FIRST_POD_NETWORK as this node's pod network, found $found."
  [[ -n $found ]]
}

# Kubernetes signs what a kubelet serves by, but leaves it to others whether it should: the authority is
# that of the API server too, so a kubelet gets a certificate for its own name and addresses and no more.
approve_certificates() {
  local name user request conditions
  while true; do
    while IFS='|' read -r name user request conditions; do
      [[ -z $conditions ]] || continue
      if own_names_only "$user" "$request"; then
        kubectl --kubeconfig "$ADMIN_KUBECONFIG" certificate approve "$name" </dev/null || true
      else
        echo "left alone: $name of $user"
      fi
    done < <(kubectl --kubeconfig "$ADMIN_KUBECONFIG" get certificatesigningrequests --watch \
      --field-selector spec.signerName=kubernetes.io/kubelet-serving --output \
      'jsonpath={.metadata.name}|{.spec.username}|{.spec.request}|{.status.conditions[*].type}{"\n"}')
    sleep 1
  done
}

own_names_only() {
  local user=$1 request subject names try
  [[ $user == system:node:* ]] || return 1
  request=$(base64 -d <<<"$2")
  subject=$(openssl req -noout -subject -nameopt RFC2253 <<<"$request") || return 1
  [[ $subject == "subject=CN=$user,O=system:nodes" ]] || return 1
  names=$(openssl req -noout -text <<<"$request" |
    sed -n '/X509v3 Subject Alternative Name/{n;s/^ *//;s/IP Address://g;s/DNS://g;s/,//g;p}')
  [[ -n $names ]] || return 1
  # A node that has just come, or come back with another address, says so a moment later.
  for try in {1..60}; do
    if node_has_names "${user#system:node:}" "$names"; then return 0; fi
    sleep 0.5
  done
  return 1
}

node_has_names() {
  local known wanted
  known=$(kubectl --kubeconfig "$ADMIN_KUBECONFIG" get node "$1" --output \
    'jsonpath={.metadata.name} {.status.addresses[*].address}' </dev/null) || return 1
  for wanted in $2; do
    [[ " $known " == *" $wanted "* ]] || return 1
  done
}

### The agent

# Nothing secret is sent before the server has shown the authority that the token names.
join_server() {
  [[ $SERVER_URL =~ ^https://([^/:]+):([0-9]+)/?$ ]] ||
    fail "expected --server or K3S_URL as https://HOST:PORT, found '$SERVER_URL'."
  local host=${BASH_REMATCH[1]} port=${BASH_REMATCH[2]}
  [[ $TOKEN =~ ^K10([0-9a-f]{64})::[^:]*:.+$ ]] ||
    fail "expected --token or K3S_TOKEN in full, as the server has it in $NODE_TOKEN: K10, the checksum of its authority, '::node:' and a secret."
  local hash=${BASH_REMATCH[1]}
  if [[ ! -e $AUTHORITY || $(sha256sum <"$AUTHORITY") != "$hash "* ]]; then
    await 300 "an answer of $SERVER_URL" server_shows_authority "$host" "$port" "$hash"
  fi
  write_bootstrap_kubeconfig
  await 300 "the credentials of a node, of $SERVER_URL" fetch_kubeconfigs
  log "joins $SERVER_URL"
}

server_shows_authority() {
  local line certificate= shown=0
  while IFS= read -r line; do
    if [[ $line == *BEGIN\ CERTIFICATE* ]]; then certificate=; fi
    certificate+=$line$'\n'
    if [[ $line == *END\ CERTIFICATE* ]]; then
      shown=$((shown + 1))
      if [[ $(printf '%s' "$certificate" | sha256sum) == "$3 "* ]]; then
        printf '%s' "$certificate" >"$AUTHORITY"
        return 0
      fi
    fi
  done < <(timeout 5 openssl s_client -connect "$1:$2" -servername "$1" -showcerts </dev/null 2>/dev/null || true)
  ((shown == 0)) || fail "the server at $1:$2 is not the one of the token: it shows another authority."
  sleep 0.5
  return 1
}

write_bootstrap_kubeconfig() {
  (umask 077 && cat >"$BOOTSTRAP_KUBECONFIG" <<END
apiVersion: v1
kind: Config
clusters: [{name: default, cluster: {server: "$SERVER_URL", certificate-authority: $AUTHORITY}}]
users: [{name: default, user: {token: "$(bootstrap_token)"}}]
contexts: [{name: default, context: {cluster: default, user: default}}]
current-context: default
END
  )
}

# An agent that starts again has them.
fetch_kubeconfigs() {
  local name content
  for name in kube-proxy kube-network-policies; do
    [[ ! -s $JOINED/$name.conf ]] || continue
    content=$(kubectl --kubeconfig "$BOOTSTRAP_KUBECONFIG" --request-timeout=5s get secret node-agent \
      --namespace kube-system --output "jsonpath={.data.$name\.conf}" 2>/dev/null) || content=
    if [[ -z $content ]]; then
      sleep 0.5
      return 1
    fi
    (umask 077 && base64 -d <<<"$content" | sed "s#server: https://.*#server: $SERVER_URL#" >"$JOINED/$name.conf.partial")
    mv "$JOINED/$name.conf.partial" "$JOINED/$name.conf"
  done
}

### Both

# Each node gets its pod network from the controller manager, and a way to those of the others.
follow_nodes() {
  local kind name network address
  while true; do
    while IFS='|' read -r kind name network address; do
      if [[ -n $network ]]; then follow_node "$kind" "$name" "$network" "$address" || true; fi
    done < <(kubectl --kubeconfig "$1" get nodes --watch --output-watch-events --output \
      'jsonpath={.type}|{.object.metadata.name}|{.object.spec.podCIDR}|{.object.status.addresses[?(@.type=="InternalIP")].address}{"\n"}')
    sleep 1
  done
}

follow_node() {
  if [[ $2 == "$NODE_NAME" ]]; then
    write_pod_network "$3"
  elif [[ $1 == DELETED ]]; then
    ip route delete "$3" && echo "no way to $2 any more"
  elif [[ -n $4 && $(ip route show "$3") != *"via $4 "* ]]; then
    ip route replace "$3" via "$4" && echo "pods of $2: $3 by $4"
  fi
}
