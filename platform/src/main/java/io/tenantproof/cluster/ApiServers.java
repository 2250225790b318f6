package io.tenantproof.cluster;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeAddress;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/**
 * Where the API servers of a cluster answer, as they say it themselves in the Service {@code
 * kubernetes}.
 *
 * @param client of the cluster
 */
public record ApiServers(KubernetesClient client) {

  /** What is behind the Service. */
  public List<EndpointSlice> endpoints() {
    return client
        .discovery()
        .v1()
        .endpointSlices()
        .inNamespace("default")
        .withLabel("kubernetes.io/service-name", "kubernetes")
        .list()
        .getItems();
  }

  /** The addresses by which a node is reached in its cluster. */
  public static List<String> addresses(Node node) {
    return node.getStatus().getAddresses().stream()
        .filter(address -> address.getType().equals("InternalIP"))
        .map(NodeAddress::getAddress)
        .toList();
  }
}
