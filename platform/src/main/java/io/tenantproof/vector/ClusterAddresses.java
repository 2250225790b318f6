package io.tenantproof.vector;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.cluster.ApiServers;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the cluster's own programs answer.
 *
 * @param client of the cluster
 */
record ClusterAddresses(KubernetesClient client) {

  private static final String POLICY_METRICS_PORT = "tenantproof.io/policy-metrics-port";

  /** The API server's: its Service and what is behind it, as a policy may see either. */
  List<String> apiServers() {
    List<String> found = new ArrayList<>();
    found.add(
        client
                .services()
                .inNamespace("default")
                .withName("kubernetes")
                .require()
                .getSpec()
                .getClusterIP()
            + ":443");
    new ApiServers(client).endpoints().forEach(slice -> found.addAll(addresses(slice)));
    return found;
  }

  private static List<String> addresses(EndpointSlice slice) {
    return slice.getEndpoints().stream()
        .flatMap(endpoint -> endpoint.getAddresses().stream())
        .flatMap(address -> slice.getPorts().stream().map(port -> address + ":" + port.getPort()))
        .toList();
  }

  /** Of each node, without a port. */
  List<String> nodes() {
    return client.nodes().list().getItems().stream()
        .flatMap(node -> ApiServers.addresses(node).stream())
        .toList();
  }

  /** Where policy agents count, of the kit's own nodes, which say so by a label. */
  List<String> policyAgents() {
    return client.nodes().withLabel(POLICY_METRICS_PORT).list().getItems().stream()
        .flatMap(
            node ->
                ApiServers.addresses(node).stream()
                    .map(
                        address ->
                            address
                                + ":"
                                + node.getMetadata().getLabels().get(POLICY_METRICS_PORT)))
        .toList();
  }

  /** Of each pod of the cluster's DNS, without a port. */
  List<String> dnsPods() {
    return client
        .pods()
        .inNamespace("kube-system")
        .withLabel("k8s-app", "kube-dns")
        .list()
        .getItems()
        .stream()
        .map(Pod::getStatus)
        .map(status -> status.getPodIP())
        .toList();
  }
}
