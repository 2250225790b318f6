# What runs pods and connects them.
# shellcheck shell=bash

readonly POD_NETWORK_TEMPLATE=/usr/local/share/node/pods.conflist
readonly POD_NETWORK_FILE=/etc/cni/net.d/10-pods.conflist

start_containerd() {
  # cAdvisor, which is a part of the kubelet, looks for containerd here and nowhere else: without it the
  # metrics of containers do not say whose they are.
  mkdir -p /run/containerd
  ln -sfn "$CONTAINERD_ADDRESS" /run/containerd/containerd.sock
  keep containerd containerd --config /etc/containerd/config.toml
}

start_kubelet() {
  local authority=$SERVER_TLS/ca.crt
  local serving="tlsCertFile: $SERVER_TLS/kubelet.crt
tlsPrivateKeyFile: $SERVER_TLS/kubelet.key"
  local -a as=(--kubeconfig="$KUBECONFIGS/kubelet.conf")
  if [[ $ROLE == agent ]]; then
    authority=$AUTHORITY
    serving="serverTLSBootstrap: true"
    as=(--bootstrap-kubeconfig="$BOOTSTRAP_KUBECONFIG" --kubeconfig="$JOINED/kubelet.conf" --cert-dir="$JOINED/pki")
  fi
  mkdir -p /run/kubelet.d
  cat >/run/kubelet.d/node.conf <<END
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
cgroupRoot: $CGROUP_ROOT
authentication: {x509: {clientCAFile: $authority}}
$serving
clusterDNS: [$DNS_ADDRESS]
containerRuntimeEndpoint: unix://$CONTAINERD_ADDRESS
END
  # Where Prometheus finds what the policies refuse: the address is this node's, which no tenant's pod reaches.
  local labels=
  if [[ $NETWORK_POLICY == true ]]; then labels=tenantproof.io/policy-metrics-port=$POLICY_METRICS_PORT; fi
  keep kubelet kubelet --config=/etc/kubernetes/kubelet.yaml --config-dir=/run/kubelet.d \
    "${as[@]}" --hostname-override="$NODE_NAME" --node-ip="$NODE_ADDRESS" \
    --node-labels="$labels"
}

# Limits of connection tracking belong to the machine, not to one of its containers: they are left alone.
start_network() {
  local as=$KUBECONFIGS
  if [[ $ROLE == agent ]]; then as=$JOINED; fi
  keep kube-proxy kube-proxy --kubeconfig="$as/kube-proxy.conf" \
    --hostname-override="$NODE_NAME" --cluster-cidr="$POD_NETWORK" --proxy-mode=iptables \
    --conntrack-max-per-core=0 --conntrack-tcp-timeout-established=0s --conntrack-tcp-timeout-close-wait=0s
  if [[ $NETWORK_POLICY == true ]]; then
    # Before all pods together: a packet that it is too late for is lost.
    keep kube-network-policies nice -n -15 kube-network-policies \
      --kubeconfig="$as/kube-network-policies.conf" \
      --hostname-override="$NODE_NAME" --nfqueue-id="$POLICY_QUEUE" \
      --metrics-bind-address="$NODE_ADDRESS:$POLICY_METRICS_PORT"
  fi
}

# Every new connection from or to a pod waits for kube-network-policies' word; while that is not
# running it is dropped, so a dead agent never opens what a policy closed. What the node itself sends
# to its pods (probes, requests of the API server) is not asked for, as Kubernetes' rules want it.
# Upstream's controller makes such rules too, but with nftables' queue expression, which not every
# kernel has, and for pods that it knows to have a policy, which it learns after they have started.
guard_pod_network() {
  choose_iptables
  iptables -t nat -A POSTROUTING -s "$POD_NETWORK" ! -d "$POD_NETWORK" -j MASQUERADE
  [[ $NETWORK_POLICY == true ]] || return 0
  local chain=NODE-NETWORK-POLICY
  iptables -t mangle -N "$chain"
  iptables -t mangle -A "$chain" -m conntrack --ctstate ESTABLISHED,RELATED -j RETURN
  iptables -t mangle -A "$chain" -s "$POD_NETWORK" -j NFQUEUE --queue-num "$POLICY_QUEUE" &&
    iptables -t mangle -A "$chain" -d "$POD_NETWORK" -j NFQUEUE --queue-num "$POLICY_QUEUE" ||
    fail "this kernel has no netfilter queue (xt_NFQUEUE), so NetworkPolicies can't be enforced."
  iptables -t mangle -A FORWARD -j "$chain"
  iptables -t mangle -A INPUT -s "$POD_NETWORK" -j "$chain"
}

# Debian's alternatives, by what the kernel has.
choose_iptables() {
  local kind=nft name
  iptables-nft -t mangle -S >/dev/null 2>&1 || kind=legacy
  for name in ip{,6}tables{,-save,-restore}; do
    ln -sf "/usr/sbin/xtables-$kind-multi" "/usr/local/sbin/$name"
  done
}

# What containerd connects pods by; it reads the file when it comes.
write_pod_network() {
  if [[ ! -e $POD_NETWORK_FILE ]] || ! grep -qF "\"$1\"" "$POD_NETWORK_FILE"; then
    sed "s#\${POD_NETWORK}#$1#" "$POD_NETWORK_TEMPLATE" >"$POD_NETWORK_FILE.partial"
    mv "$POD_NETWORK_FILE.partial" "$POD_NETWORK_FILE"
  fi
}

await_node_ready() {
  await 120 "the node's readiness" node_is_ready
  log "node $NODE_NAME is Ready"
}

# A heartbeat of this life: before a restart the node may have been Ready too.
node_is_ready() {
  local beat as=$ADMIN_KUBECONFIG
  if [[ $ROLE == agent ]]; then as=$JOINED/kube-proxy.conf; fi
  beat=$(kubectl --kubeconfig "$as" get node "$NODE_NAME" --output \
    'jsonpath={.status.conditions[?(@.type=="Ready")].status} {.status.conditions[?(@.type=="Ready")].lastHeartbeatTime}' \
    2>/dev/null) || return 1
  [[ $beat == True\ * && ! ${beat#True } < $STARTED ]]
}
