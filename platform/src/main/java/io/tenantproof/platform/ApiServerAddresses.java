package io.tenantproof.platform;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.cluster.ApiServers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where requests of the API server to a pod of another node come from. A NetworkPolicy lets them in
 * from nowhere unless it is told; on the pod's own node it is not asked
 * (https://kubernetes.io/docs/concepts/services-networking/network-policies/).
 *
 * @param client of the cluster
 */
record ApiServerAddresses(KubernetesClient client) {

  /**
   * Ranges of one address each; none where the API server's node is the only one.
   *
   * <p>An API server speaks from the address that it answers at or, where flannel carries what goes
   * between nodes as in k3s, from the first address of its node's pod network, which no pod ever
   * has.
   */
  List<String> ranges() {
    Set<String> servers = servers();
    List<Node> nodes = client.nodes().list().getItems();
    if (nodes.size() == 1
        && ApiServers.addresses(nodes.getFirst()).stream().anyMatch(servers::contains)) {
      return List.of();
    }
    Stream<String> tunnels =
        nodes.stream()
            .filter(node -> ApiServers.addresses(node).stream().anyMatch(servers::contains))
            .flatMap(node -> Optional.ofNullable(node.getSpec().getPodCIDR()).stream())
            .map(range -> range.replaceFirst("/.*", ""));
    return Stream.concat(servers.stream(), tunnels)
        .map(ApiServerAddresses::range)
        .sorted()
        .toList();
  }

  private Set<String> servers() {
    return new ApiServers(client)
        .endpoints().stream()
            .flatMap(slice -> slice.getEndpoints().stream())
            .flatMap(endpoint -> endpoint.getAddresses().stream())
            .collect(Collectors.toSet());
  }

  private static String range(String address) {
    return address + (address.contains(":") ? "/128" : "/32");
  }
}
