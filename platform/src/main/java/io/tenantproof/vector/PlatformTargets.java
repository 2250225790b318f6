package io.tenantproof.vector;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.tenantproof.probe.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ports of the platform's own pods, which no tenant has any business with.
 *
 * @param part the namespace
 * @param program the pod's name without the random end
 * @param component what it is, where one program has several names
 * @param owner the tenant whose data alone it has; empty for all others
 * @param address where it answers, as in {@code 10.42.0.7:9090}
 */
record PlatformTargets(
    String part, String program, String component, Optional<String> owner, String address) {

  private static final List<String> NAMESPACES = List.of("argocd", "git-server", "observability");
  private static final String NAME = "app.kubernetes.io/name";

  /** Namespaces of the platform that this cluster has. */
  static List<String> present(KubernetesClient client) {
    return NAMESPACES.stream()
        .filter(name -> client.namespaces().withName(name).get() != null)
        .toList();
  }

  /** All ports that its ready pods declare. */
  static List<PlatformTargets> find(KubernetesClient client) {
    List<PlatformTargets> found = new ArrayList<>();
    for (String namespace : present(client)) {
      for (Pod pod : client.pods().inNamespace(namespace).list().getItems()) {
        if (Readiness.getInstance().isReady(pod) && !isOfARun(pod)) {
          pod.getSpec().getContainers().stream()
              .flatMap(container -> container.getPorts().stream())
              .filter(port -> !"UDP".equals(port.getProtocol()))
              .map(ContainerPort::getContainerPort)
              .distinct()
              .forEach(
                  port ->
                      found.add(
                          new PlatformTargets(
                              namespace,
                              program(pod),
                              labels(pod).getOrDefault(Stores.COMPONENT, program(pod)),
                              Optional.ofNullable(labels(pod).get(Stores.OWNER)),
                              pod.getStatus().getPodIP() + ":" + port)));
        }
      }
    }
    return found;
  }

  private static boolean isOfARun(Pod pod) {
    return labels(pod).containsKey(Run.LABEL);
  }

  private static String program(Pod pod) {
    return labels(pod).getOrDefault(NAME, pod.getMetadata().getName());
  }

  private static Map<String, String> labels(Pod pod) {
    return java.util.Objects.requireNonNullElse(pod.getMetadata().getLabels(), Map.of());
  }
}
