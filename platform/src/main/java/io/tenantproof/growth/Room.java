package io.tenantproof.growth;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tenantproof.platform.PlatformFailed;
import java.util.Set;

/**
 * What the nodes take and use.
 *
 * @param client of the cluster
 */
record Room(KubernetesClient client) {

  /** Workload and views. */
  private static final int PODS_A_TENANT = 2;

  private static final Set<String> ENDED = Set.of("Succeeded", "Failed");
  private static final Quantity NONE = new Quantity("0");
  private static final long MIB = 1L << 20;

  /**
   * Refuses more tenants than the nodes have room for.
   *
   * @param more tenants beside those that are there
   */
  void require(int more) {
    int taken = pods();
    int places =
        client.nodes().list().getItems().stream()
            .map(node -> node.getStatus().getAllocatable().getOrDefault("pods", NONE))
            .mapToInt(pods -> pods.getNumericalAmount().intValue())
            .sum();
    int most = Math.max(0, (places - taken) / PODS_A_TENANT);
    if (more > most) {
      throw new PlatformFailed(
          "%d more tenants take %d pods, and the nodes have room for %d beside the %d that run: ask"
                  .formatted(more, more * PODS_A_TENANT, Math.max(0, places - taken), taken)
              + " for at most %d more.".formatted(most));
    }
  }

  /** Pods that run or are to. */
  int pods() {
    return (int)
        client.pods().inAnyNamespace().list().getItems().stream()
            .map(Pod::getStatus)
            .filter(status -> status == null || !ENDED.contains(status.getPhase()))
            .count();
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
