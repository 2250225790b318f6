package io.tenantproof.scenario;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.cluster.Leaving;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pods that belong together.
 *
 * @param client of the cluster
 * @param namespace where
 * @param label that they have in common
 * @param value of it
 */
public record PodGroup(KubernetesClient client, String namespace, String label, String value) {

  private static final String NAME = "app.kubernetes.io/name";

  /** Those of an app. */
  public static PodGroup named(KubernetesClient client, String namespace, String app) {
    return new PodGroup(client, namespace, NAME, app);
  }

  /** All that are not on their way out. */
  public List<Pod> pods() {
    return client.pods().inNamespace(namespace).withLabel(label, value).list().getItems().stream()
        .filter(Leaving::isNot)
        .toList();
  }

  /**
   * The same, and there must be one.
   *
   * @throws IllegalStateException when there is none
   */
  public List<Pod> present() {
    List<Pod> found = pods();
    if (found.isEmpty()) {
      throw new IllegalStateException("there is no pod of " + this);
    }
    return found;
  }

  /** There are so many ready ones beside those that are gone. */
  public Expectation readyBeside(List<Pod> gone, int wanted) {
    // Not by name: a StatefulSet gives a new pod the old one's.
    Set<String> ids =
        gone.stream().map(pod -> pod.getMetadata().getUid()).collect(Collectors.toSet());
    return new Expectation(
        "%d pods of %s are ready beside those that are gone".formatted(wanted, this),
        () -> {
          List<String> ready =
              pods().stream()
                  .filter(pod -> !ids.contains(pod.getMetadata().getUid()))
                  .filter(PodDoor::ready)
                  .map(pod -> pod.getMetadata().getName())
                  .toList();
          return Outcome.of(
              ready.size() >= wanted, "%d of %d are: %s".formatted(ready.size(), wanted, ready));
        });
  }

  /** One of them can't start, because the node has not its image. */
  public Expectation lacksItsImage() {
    return new Expectation(
        "a pod of %s has no image to start from".formatted(this),
        () ->
            Outcome.of(
                pods().stream().anyMatch(PodGroup::isWithoutImage),
                "they wait for " + pods().stream().flatMap(PodGroup::waiting).toList()));
  }

  /** Whether a pod waits for an image. */
  public static boolean isWithoutImage(Pod pod) {
    return waiting(pod)
        .anyMatch(reason -> List.of("ErrImagePull", "ImagePullBackOff").contains(reason));
  }

  private static Stream<String> waiting(Pod pod) {
    return pod.getStatus().getContainerStatuses().stream()
        .map(status -> status.getState().getWaiting())
        .filter(Objects::nonNull)
        .map(waiting -> String.valueOf(waiting.getReason()));
  }

  @Override
  public String toString() {
    return "%s in %s".formatted(value, namespace);
  }
}
