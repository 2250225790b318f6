# etcd and Kubernetes' own control plane.
# shellcheck shell=bash

readonly ETCD_SOCKET=/run/etcd/client.sock

# Its socket can be reached by root of this container only, so it needs neither port nor certificate.
# There is no other member, so elections may be fast. Data survives the container's death, not the
# machine's: without fsync a first start is seconds faster on slow disks.
start_etcd() {
  GOGC=50 keep etcd etcd --name node --data-dir "$DATA/server/db/etcd" \
    --listen-client-urls "unix://$ETCD_SOCKET" --advertise-client-urls http://localhost:2379 \
    --listen-peer-urls unix:///run/etcd/peer.sock --initial-advertise-peer-urls http://localhost:2380 \
    --initial-cluster node=http://localhost:2380 \
    --heartbeat-interval 20 --election-timeout 200 --snapshot-count 5000 \
    --unsafe-no-fsync --log-level warn
}

start_api_server() {
  local tls=$SERVER_TLS certificate=$SERVER_TLS/apiserver.crt
  local -a joining=()
  if nodes_may_join; then
    certificate=$(certificate_with_authority "$certificate")
    joining=(--enable-bootstrap-token-auth=true)
  fi
  keep kube-apiserver kube-apiserver \
    --advertise-address="$NODE_ADDRESS" \
    --allow-privileged=true \
    --anonymous-auth=false \
    --authorization-mode=Node,RBAC \
    --client-ca-file="$tls/ca.crt" \
    --enable-admission-plugins=NodeRestriction \
    --etcd-servers="unix://$ETCD_SOCKET" \
    --kubelet-certificate-authority="$tls/ca.crt" \
    --kubelet-client-certificate="$tls/apiserver-kubelet-client.crt" \
    --kubelet-client-key="$tls/apiserver-kubelet-client.key" \
    --kubelet-preferred-address-types=InternalIP \
    --profiling=false \
    --proxy-client-cert-file="$tls/front-proxy-client.crt" \
    --proxy-client-key-file="$tls/front-proxy-client.key" \
    --requestheader-allowed-names=front-proxy-client \
    --requestheader-client-ca-file="$tls/front-proxy-ca.crt" \
    --requestheader-extra-headers-prefix=X-Remote-Extra- \
    --requestheader-group-headers=X-Remote-Group \
    --requestheader-username-headers=X-Remote-User \
    --secure-port="$API_PORT" \
    --service-account-issuer=https://kubernetes.default.svc.cluster.local \
    --service-account-key-file="$tls/sa.pub" \
    --service-account-signing-key-file="$tls/sa.key" \
    --service-cluster-ip-range="$SERVICE_NETWORK" \
    --tls-cert-file="$certificate" \
    --tls-private-key-file="$tls/apiserver.key" \
    "${joining[@]}"
}

await_api_server() {
  await 60 "the API server's readiness" api_server_is_ready
  log "API server is ready"
}

api_server_is_ready() {
  kubectl --kubeconfig "$ADMIN_KUBECONFIG" --request-timeout=5s get --raw=/readyz >/dev/null 2>&1
}

start_controllers() {
  local as=$KUBECONFIGS/controller-manager.conf tls=$SERVER_TLS
  local -a joining=()
  if nodes_may_join; then joining=(--allocate-node-cidrs=true --cluster-cidr="$POD_NETWORK"); fi
  keep kube-controller-manager kube-controller-manager \
    --kubeconfig="$as" --authentication-kubeconfig="$as" --authorization-kubeconfig="$as" \
    --bind-address=127.0.0.1 \
    --client-ca-file="$tls/ca.crt" \
    --cluster-signing-cert-file="$tls/ca.crt" \
    --cluster-signing-key-file="$tls/ca.key" \
    --leader-elect=false \
    --profiling=false \
    --requestheader-client-ca-file="$tls/front-proxy-ca.crt" \
    --root-ca-file="$tls/ca.crt" \
    --service-account-private-key-file="$tls/sa.key" \
    --use-service-account-credentials=true \
    "${joining[@]}"

  as=$KUBECONFIGS/scheduler.conf
  keep kube-scheduler kube-scheduler \
    --kubeconfig="$as" --authentication-kubeconfig="$as" --authorization-kubeconfig="$as" \
    --bind-address=127.0.0.1 --leader-elect=false --profiling=false
}
