# Who is who: certificates of the control plane, made once and kept with the data.
# shellcheck shell=bash

readonly KUBEADM_CONFIGURATION=/run/kubeadm.yaml

make_certificates() {
  write_kubeadm_configuration
  forget_outdated_certificate
  kubeadm init phase certs all --config "$KUBEADM_CONFIGURATION" >"$LOGS/certificates.log" 2>&1 ||
    fail "the certificates can't be made."
  make_kubelet_certificate
}

write_kubeadm_configuration() {
  local names
  printf -v names '%s, ' localhost 127.0.0.1 "$NODE_NAME" "${TLS_SANS[@]}"
  cat >"$KUBEADM_CONFIGURATION" <<END
apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
localAPIEndpoint: {advertiseAddress: $NODE_ADDRESS, bindPort: $API_PORT}
nodeRegistration: {name: $NODE_NAME, criSocket: "unix://$CONTAINERD_ADDRESS"}
---
apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: $(kubeadm version --output short)
clusterName: default
controlPlaneEndpoint: 127.0.0.1:$API_PORT
certificatesDir: $SERVER_TLS
encryptionAlgorithm: ECDSA-P256
networking: {serviceSubnet: $SERVICE_NETWORK, podSubnet: $POD_NETWORK, dnsDomain: cluster.local}
apiServer: {certSANs: [${names%, }]}
END
}

# The engine may give the container another address when it starts again.
forget_outdated_certificate() {
  local names="$NODE_ADDRESS $NODE_NAME ${TLS_SANS[*]}" kept=$SERVER_TLS/names
  if [[ ! -e $kept || $(<"$kept") != "$names" ]]; then
    rm -f "$SERVER_TLS"/{apiserver,kubelet}.{crt,key}
    printf '%s' "$names" >"$kept"
  fi
}

# kubeadm leaves the kubelet's own server certificate to the kubelet, which would sign it itself; this
# one can be checked by the API server and by metrics-server.
make_kubelet_certificate() {
  [[ ! -e $SERVER_TLS/kubelet.crt ]] || return 0
  openssl req -x509 -CA "$SERVER_TLS/ca.crt" -CAkey "$SERVER_TLS/ca.key" -days 3650 -noenc \
    -newkey ec -pkeyopt ec_paramgen_curve:P-256 -keyout "$SERVER_TLS/kubelet.key" \
    -out "$SERVER_TLS/kubelet.crt" -subj "/O=system:nodes/CN=system:node:$NODE_NAME" \
    -addext "subjectAltName=DNS:$NODE_NAME,IP:$NODE_ADDRESS" -addext basicConstraints=critical,CA:false \
    -addext keyUsage=digitalSignature -addext extendedKeyUsage=serverAuth >>"$LOGS/certificates.log" 2>&1 ||
    fail "the kubelet's certificate can't be made."
}

write_kubeconfigs() {
  if [[ ! -e $KUBECONFIGS/kube-proxy.conf ]]; then
    kubeadm init phase kubeconfig all --config "$KUBEADM_CONFIGURATION" --kubeconfig-dir "$KUBECONFIGS" \
      >>"$LOGS/certificates.log" 2>&1 || fail "the kubeconfig files can't be made."
    # Every client is on this node, whose address may change.
    sed -i "s#https://.*:$API_PORT#https://127.0.0.1:$API_PORT#" "$KUBECONFIGS"/*.conf
    write_client_kubeconfig system:kube-network-policies kube-network-policies.conf
    write_client_kubeconfig system:kube-proxy kube-proxy.conf
  fi
  write_admin_kubeconfig
}

write_client_kubeconfig() {
  kubeadm kubeconfig user --client-name "$1" --config "$KUBEADM_CONFIGURATION" \
    >"$KUBECONFIGS/$2" 2>>"$LOGS/certificates.log" || fail "the kubeconfig file of $1 can't be made."
}

# As k3s writes it: cluster, context and user are all called default.
write_admin_kubeconfig() {
  mkdir -p "$(dirname "$ADMIN_KUBECONFIG")"
  (umask 077 && sed -e 's/kubernetes-super-admin@default/default/' -e 's/kubernetes-super-admin/default/' \
    "$KUBECONFIGS/super-admin.conf" >"$ADMIN_KUBECONFIG")
  chmod "$ADMIN_KUBECONFIG_MODE" "$ADMIN_KUBECONFIG"
}
