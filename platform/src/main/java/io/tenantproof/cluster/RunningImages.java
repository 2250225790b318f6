package io.tenantproof.cluster;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The images that a tenant's own pods run. Argo CD does not say it: it lists images of pods that it
 * watches, and this kit's watches none.
 *
 * @param client of the cluster
 */
public record RunningImages(KubernetesClient client) {

  // The platform's own pods in a tenant's namespace, and those of a run that looks.
  private static final List<String> NOT_THE_TENANTS =
      List.of("tenantproof.io/view", "tenantproof.io/throw-away");

  /** Of a namespace, each once, in order. What is on its way out or has ended runs no more. */
  public List<String> in(String namespace) {
    return client.pods().inNamespace(namespace).list().getItems().stream()
        .filter(RunningImages::counts)
        .flatMap(pod -> pod.getSpec().getContainers().stream())
        .map(Container::getImage)
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean counts(Pod pod) {
    return Leaving.isNot(pod)
        && NOT_THE_TENANTS.stream().noneMatch(labels(pod)::containsKey)
        && !List.of("Succeeded", "Failed").contains(pod.getStatus().getPhase());
  }

  private static Map<String, String> labels(Pod pod) {
    return Objects.requireNonNullElse(pod.getMetadata().getLabels(), Map.of());
  }
}
