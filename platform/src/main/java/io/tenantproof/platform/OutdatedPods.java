package io.tenantproof.platform;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.image.CachedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Pods that run what an image's name stood for before the image was built anew. A node that is
 * given the new one goes on with the old one in them, for the name is the same.
 *
 * @param client of a cluster whose nodes have the image as a file
 */
record OutdatedPods(KubernetesClient client) {

  /**
   * Has Deployments with such pods roll out anew.
   *
   * @return the names of the Deployments with their namespaces
   */
  List<String> renew(CachedImage image) {
    List<String> renewed = new ArrayList<>();
    for (Deployment deployment : client.apps().deployments().inAnyNamespace().list().getItems()) {
      if (uses(deployment, image) && pods(deployment).stream().anyMatch(pod -> old(pod, image))) {
        client.apps().deployments().resource(deployment).rolling().restart();
        renewed.add(
            deployment.getMetadata().getNamespace() + "/" + deployment.getMetadata().getName());
      }
    }
    return List.copyOf(renewed);
  }

  private static boolean uses(Deployment deployment, CachedImage image) {
    return deployment.getSpec().getTemplate().getSpec().getContainers().stream()
        .anyMatch(container -> container.getImage().equals(image.image().toString()));
  }

  private List<Pod> pods(Deployment deployment) {
    LabelSelector selector = deployment.getSpec().getSelector();
    return client
        .pods()
        .inNamespace(deployment.getMetadata().getNamespace())
        .withLabelSelector(selector)
        .list()
        .getItems();
  }

  /** Whether a container of it runs the image's name with another content. */
  static boolean old(Pod pod, CachedImage image) {
    // By the container's name: the status may name its image by the content, once it lost its name.
    Set<String> using =
        pod.getSpec().getContainers().stream()
            .filter(container -> container.getImage().equals(image.image().toString()))
            .map(Container::getName)
            .collect(Collectors.toSet());
    return pod.getStatus().getContainerStatuses().stream()
        .filter(status -> using.contains(status.getName()))
        .map(ContainerStatus::getImageID)
        .anyMatch(id -> !id.isEmpty() && !id.endsWith(image.id()));
  }
}
