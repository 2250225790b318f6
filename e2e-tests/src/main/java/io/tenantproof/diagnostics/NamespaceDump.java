package io.tenantproof.diagnostics;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a namespace shows.
 *
 * @param client of the cluster
 * @param namespace its name
 * @param folder where it is written
 */
record NamespaceDump(KubernetesClient client, String namespace, DumpFolder folder) {

  private static final int LOG_LINES = 2_000;

  void gather() {
    folder.attempt(at("events"), () -> folder.write(at("events.txt"), lines(events())));
    folder.attempt(at("pods"), this::pods);
    kinds().forEach(kind -> folder.attempt(at("objects"), () -> objects(kind.get())));
  }

  private void pods() {
    List<Pod> pods = client.pods().inNamespace(namespace).list().getItems();
    List<Event> events =
        PodText.sorted(client.v1().events().inNamespace(namespace).list().getItems());
    folder.write(at("pods.txt"), lines(pods.stream().map(PodText::line).toList()));
    for (Pod pod : pods) {
      folder.write(
          at("describe/%s.txt".formatted(pod.getMetadata().getName())),
          PodText.description(pod, events));
      PodText.statuses(pod).forEach(status -> folder.attempt(at("logs"), () -> logs(pod, status)));
    }
  }

  private void logs(Pod pod, ContainerStatus status) {
    String name = at("logs/%s-%s".formatted(pod.getMetadata().getName(), status.getName()));
    var container =
        client
            .pods()
            .inNamespace(namespace)
            .withName(pod.getMetadata().getName())
            .inContainer(status.getName());
    folder.write(name + ".log", container.tailingLines(LOG_LINES).getLog());
    if (Optional.ofNullable(status.getRestartCount()).orElse(0) > 0) {
      folder.write(name + ".previous.log", container.terminated().tailingLines(LOG_LINES).getLog());
    }
  }

  private List<String> events() {
    return PodText.sorted(client.v1().events().inNamespace(namespace).list().getItems()).stream()
        .map(PodText::line)
        .toList();
  }

  // Secrets are not among them, and nothing else reads one.
  private List<Supplier<List<? extends HasMetadata>>> kinds() {
    return List.of(
        () -> client.pods().inNamespace(namespace).list().getItems(),
        () -> client.services().inNamespace(namespace).list().getItems(),
        () -> client.configMaps().inNamespace(namespace).list().getItems(),
        () -> client.serviceAccounts().inNamespace(namespace).list().getItems(),
        () -> client.apps().deployments().inNamespace(namespace).list().getItems(),
        () -> client.apps().statefulSets().inNamespace(namespace).list().getItems(),
        () -> client.apps().daemonSets().inNamespace(namespace).list().getItems(),
        () -> client.network().v1().networkPolicies().inNamespace(namespace).list().getItems(),
        () -> client.resourceQuotas().inNamespace(namespace).list().getItems(),
        () -> client.limitRanges().inNamespace(namespace).list().getItems(),
        () -> client.rbac().roles().inNamespace(namespace).list().getItems(),
        () -> client.rbac().roleBindings().inNamespace(namespace).list().getItems());
  }

  private void objects(List<? extends HasMetadata> objects) {
    objects.forEach(one -> write(folder, at("objects/"), one));
  }

  /** Writes an object as the API server has it, but for who wrote which field of it. */
  static void write(DumpFolder folder, String at, HasMetadata one) {
    one.getMetadata().setManagedFields(null);
    folder.write(
        "%s%s-%s.yaml"
            .formatted(
                at,
                one.getKind().toLowerCase(Locale.ROOT),
                one.getMetadata().getName().replace(':', '_')),
        Serialization.asYaml(one));
  }

  private static String lines(List<String> lines) {
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private String at(String name) {
    return "namespaces/%s/%s".formatted(namespace, name);
  }
}
