package io.tenantproof.status;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pods of a namespace's Deployments, StatefulSets and DaemonSets.
 *
 * @param ready how many are
 * @param wanted how many there are to be
 * @param restarts of all containers that are there
 */
public record PodCount(int ready, int wanted, int restarts) {

  static PodCount of(KubernetesClient client, String namespace) {
    return Stream.of(
            client.apps().deployments().inNamespace(namespace).list().getItems().stream()
                .map(one -> count(one.getStatus().getReadyReplicas(), one.getSpec().getReplicas())),
            client.apps().statefulSets().inNamespace(namespace).list().getItems().stream()
                .map(one -> count(one.getStatus().getReadyReplicas(), one.getSpec().getReplicas())),
            client.apps().daemonSets().inNamespace(namespace).list().getItems().stream()
                .map(
                    one ->
                        count(
                            one.getStatus().getNumberReady(),
                            one.getStatus().getDesiredNumberScheduled())))
        .flatMap(counts -> counts)
        .reduce(new PodCount(0, 0, restarts(client, namespace)), PodCount::and);
  }

  private PodCount and(PodCount other) {
    return new PodCount(ready + other.ready, wanted + other.wanted, restarts + other.restarts);
  }

  private static PodCount count(@Nullable Integer ready, @Nullable Integer wanted) {
    return new PodCount(
        Objects.requireNonNullElse(ready, 0), Objects.requireNonNullElse(wanted, 0), 0);
  }

  private static int restarts(KubernetesClient client, String namespace) {
    return client.pods().inNamespace(namespace).list().getItems().stream()
        .flatMap(pod -> pod.getStatus().getContainerStatuses().stream())
        .map(ContainerStatus::getRestartCount)
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** As in "3 of 3 pods ready, 0 restarts". */
  @Override
  public String toString() {
    return "%d of %d pods ready, %d restart%s"
        .formatted(ready, wanted, restarts, restarts == 1 ? "" : "s");
  }
}
