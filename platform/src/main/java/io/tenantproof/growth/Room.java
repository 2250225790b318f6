package io.tenantproof.growth;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tenantproof.platform.PlatformFailed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the nodes take and use.
 *
 * @param client of the cluster
 */
record Room(KubernetesClient client) {

  /** Workload and views. */
  private static final BigDecimal PODS_A_TENANT = BigDecimal.TWO;

  /** The workload's, and 10m for each of the views' two containers. */
  private static final BigDecimal CPU_A_TENANT = BigDecimal.valueOf(GrowingTree.CPU + 20L, 3);

  private static final Set<String> ENDED = Set.of("Succeeded", "Failed");
  private static final Quantity NONE = new Quantity("0");
  private static final long MIB = 1L << 20;

  /**
   * Refuses more tenants than the nodes have room for.
   *
   * @param more tenants beside those that are there
   */
  void require(int more) {
    List<Node> nodes = client.nodes().list().getItems();
    List<Pod> pods = present();
    BigDecimal taken = BigDecimal.valueOf(pods.size());
    requireFree(more, PODS_A_TENANT, allocatable(nodes, "pods"), taken, "pods");
    requireFree(more, CPU_A_TENANT, allocatable(nodes, "cpu"), requestedCpu(pods), "processors");
  }

  private static void requireFree(
      int more, BigDecimal each, BigDecimal there, BigDecimal taken, String what) {
    BigDecimal free = there.subtract(taken).max(BigDecimal.ZERO);
    int most = free.divideToIntegralValue(each).intValue();
    if (more > most) {
      throw new PlatformFailed(
          "%d more tenants ask for %s %s, and of the %s that the nodes have %s are free: name at most"
                  .formatted(
                      more,
                      each.multiply(BigDecimal.valueOf(more)).toPlainString(),
                      what,
                      there.toPlainString(),
                      free.toPlainString())
              + " %d more.".formatted(most));
    }
  }

  private static BigDecimal allocatable(List<Node> nodes, String resource) {
    return nodes.stream()
        .map(node -> node.getStatus().getAllocatable().getOrDefault(resource, NONE))
        .map(Quantity::getNumericalAmount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal requestedCpu(List<Pod> pods) {
    return pods.stream()
        .flatMap(pod -> pod.getSpec().getContainers().stream())
        .flatMap(container -> Stream.ofNullable(container.getResources()))
        .flatMap(resources -> Stream.ofNullable(resources.getRequests()))
        .map(requests -> requests.getOrDefault("cpu", NONE).getNumericalAmount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Pods that run or are to. */
  int pods() {
    return present().size();
  }

  private List<Pod> present() {
    return client.pods().inAnyNamespace().list().getItems().stream()
        .filter(pod -> pod.getStatus() == null || !ENDED.contains(pod.getStatus().getPhase()))
        .toList();
  }

  /** Memory that the nodes use, in MiB; 0 where nothing in the cluster measures it. */
  long usedMemoryMib() {
    try {
      return client.top().nodes().metrics().getItems().stream()
          .map(node -> node.getUsage().getOrDefault("memory", NONE))
          .mapToLong(used -> used.getNumericalAmount().longValue() / MIB)
          .sum();
    } catch (KubernetesClientException noMetricsServer) {
      return 0;
    }
  }
}
