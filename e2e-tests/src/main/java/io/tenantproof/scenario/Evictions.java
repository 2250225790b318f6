package io.tenantproof.scenario;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatus;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Asks for pods to go, as the drain of a node does
 * (https://kubernetes.io/docs/concepts/scheduling-eviction/api-eviction/).
 *
 * @param client of the cluster, as its administrator
 * @param namespace of the tenant
 * @param app whose pods they are, and its budget's name
 */
public record Evictions(KubernetesClient client, String namespace, String app) {

  /**
   * Has all ready pods evicted at the same time, as the drain of all nodes would.
   *
   * @return the pods whose eviction was granted; that of the others was refused for now (429)
   */
  public List<String> all() {
    List<Pod> pods = PodDoor.pods(client, namespace, app).stream().filter(PodDoor::ready).toList();
    try (KubernetesClient impatient = impatient();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Boolean>> answers =
          pods.stream()
              .map(
                  pod ->
                      CompletableFuture.supplyAsync(
                          () -> impatient.pods().resource(pod).evict(), threads))
              .toList();
      return IntStream.range(0, pods.size())
          .filter(i -> answers.get(i).join())
          .mapToObj(i -> pods.get(i).getMetadata().getName())
          .toList();
    }
  }

  /** How many pods may be evicted now, as the budget says. */
  public int allowed() {
    return Optional.ofNullable(
            client
                .policy()
                .v1()
                .podDisruptionBudget()
                .inNamespace(namespace)
                .withName(app)
                .require()
                .getStatus())
        .map(PodDisruptionBudgetStatus::getDisruptionsAllowed)
        .orElse(0);
  }

  // The client asks again when it is refused with 429, until the eviction is granted at last.
  private KubernetesClient impatient() {
    return new KubernetesClientBuilder()
        .withConfig(
            new ConfigBuilder(client.getConfiguration()).withRequestRetryBackoffLimit(0).build())
        .build();
  }
}
