package io.tenantproof.diagnostics;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.tenantproof.argocd.ArgoCd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a cluster shows at the moment of a failure, as a folder:
 *
 * <pre>
 * FOLDER/
 *   applications.txt            each Application in one line, with its complaints
 *   namespaces/NAMESPACE/
 *     events.txt                newest last
 *     pods.txt                  phase, node, restarts
 *     objects/KIND-NAME.yaml    as the API server has them; no Secret is ever read
 *     logs/POD-CONTAINER.log    and POD-CONTAINER.previous.log after a restart
 *   problems.txt                what could not be gathered
 * </pre>
 *
 * <p>Nothing that goes wrong here hides the failure it was called for.
 *
 * @param client of the cluster
 * @param folder where it is written
 */
public record FailureDump(KubernetesClient client, Path folder) {

  private static final int LOG_LINES = 2_000;

  /** Gathers all of it from the kit's own namespaces. */
  public void gather() {
    List<String> problems = new ArrayList<>();
    attempt(
        problems,
        "applications",
        () ->
            write(
                "applications.txt",
                new ArgoCd(client)
                    .applications().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining("\n", "", "\n"))));
    attempt(
        problems,
        "argocd objects",
        () -> {
          for (String kind : List.of("Application", "ApplicationSet", "AppProject")) {
            client
                .genericKubernetesResources("argoproj.io/v1alpha1", kind)
                .inNamespace(ArgoCd.NAMESPACE)
                .list()
                .getItems()
                .forEach(one -> writeObject(ArgoCd.NAMESPACE, one));
          }
        });
    attempt(
        problems,
        "namespaces",
        () ->
            client
                .namespaces()
                .withLabel("app.kubernetes.io/part-of", "tenantproof")
                .list()
                .getItems()
                .forEach(one -> namespace(one.getMetadata().getName(), problems)));
    if (!problems.isEmpty()) {
      attempt(
          problems, "problems", () -> write("problems.txt", String.join("\n", problems) + "\n"));
    }
  }

  private void namespace(String namespace, List<String> problems) {
    String at = "namespaces/" + namespace + "/";
    attempt(problems, at + "events", () -> write(at + "events.txt", events(namespace)));
    attempt(problems, at + "pods", () -> write(at + "pods.txt", pods(namespace)));
    attempt(problems, at + "objects", () -> objects(namespace));
    for (Pod pod : client.pods().inNamespace(namespace).list().getItems()) {
      for (ContainerStatus status : pod.getStatus().getContainerStatuses()) {
        attempt(problems, at + "logs", () -> logs(namespace, pod, status));
      }
    }
  }

  private void logs(String namespace, Pod pod, ContainerStatus status) {
    String name =
        "namespaces/%s/logs/%s-%s"
            .formatted(namespace, pod.getMetadata().getName(), status.getName());
    var container =
        client
            .pods()
            .inNamespace(namespace)
            .withName(pod.getMetadata().getName())
            .inContainer(status.getName());
    write(name + ".log", container.tailingLines(LOG_LINES).getLog());
    if (Optional.ofNullable(status.getRestartCount()).orElse(0) > 0) {
      write(name + ".previous.log", container.terminated().tailingLines(LOG_LINES).getLog());
    }
  }

  private String events(String namespace) {
    return client.v1().events().inNamespace(namespace).list().getItems().stream()
        .sorted(Comparator.comparing(FailureDump::time))
        .map(
            event ->
                "%s %s %s %s/%s: %s"
                    .formatted(
                        time(event),
                        event.getType(),
                        event.getReason(),
                        event.getInvolvedObject().getKind(),
                        event.getInvolvedObject().getName(),
                        event.getMessage()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String time(Event event) {
    return Stream.<Supplier<String>>of(
            event::getLastTimestamp, () -> event.getMetadata().getCreationTimestamp())
        .map(Supplier::get)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private String pods(String namespace) {
    return client.pods().inNamespace(namespace).list().getItems().stream()
        .map(
            pod ->
                "%s %s on %s: %s"
                    .formatted(
                        pod.getMetadata().getName(),
                        pod.getStatus().getPhase(),
                        pod.getSpec().getNodeName(),
                        pod.getStatus().getContainerStatuses().stream()
                            .map(
                                one ->
                                    "%s ready=%s restarts=%s"
                                        .formatted(
                                            one.getName(), one.getReady(), one.getRestartCount()))
                            .collect(Collectors.joining(", "))))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private void objects(String namespace) {
    Stream.<List<? extends HasMetadata>>of(
            client.pods().inNamespace(namespace).list().getItems(),
            client.services().inNamespace(namespace).list().getItems(),
            client.configMaps().inNamespace(namespace).list().getItems(),
            client.apps().deployments().inNamespace(namespace).list().getItems(),
            client.apps().statefulSets().inNamespace(namespace).list().getItems(),
            client.network().v1().networkPolicies().inNamespace(namespace).list().getItems(),
            client.rbac().roleBindings().inNamespace(namespace).list().getItems())
        .flatMap(List::stream)
        .forEach(one -> writeObject(namespace, one));
  }

  private void writeObject(String namespace, HasMetadata one) {
    one.getMetadata().setManagedFields(null);
    write(
        "namespaces/%s/objects/%s-%s.yaml"
            .formatted(
                namespace,
                one.getKind().toLowerCase(java.util.Locale.ROOT),
                one.getMetadata().getName()),
        Serialization.asYaml(one));
  }

  private void write(String name, String text) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(file + " can't be written", e);
    }
  }

  private static void attempt(List<String> problems, String what, Runnable gathering) {
    try {
      gathering.run();
    } catch (RuntimeException e) {
      problems.add(what + ": " + e);
    }
  }
}
