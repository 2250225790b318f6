package io.tenantproof.platform;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.tenantproof.cluster.Leaving;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The workloads of a namespace.
 *
 * @param client of the cluster
 * @param namespace theirs
 */
public record Pods(KubernetesClient client, String namespace) {

  /** All Deployments and StatefulSets are there, at their newest version, and ready. */
  Expectation ready() {
    return new Expectation(
        "all pods of the namespace %s are ready".formatted(namespace), this::look);
  }

  /** No pod is on its way out: whatever answers now is there to stay. */
  Expectation noneEnding() {
    return new Expectation(
        "no pod of the namespace %s is being replaced".formatted(namespace),
        () -> {
          String ending =
              client.pods().inNamespace(namespace).list().getItems().stream()
                  .filter(Leaving::is)
                  .map(pod -> pod.getMetadata().getName())
                  .collect(Collectors.joining(", "));
          return Outcome.of(
              ending.isEmpty(), ending.isEmpty() ? "none ends" : "still ending: " + ending);
        });
  }

  private Outcome look() {
    var readiness = Readiness.getInstance();
    List<String> open = new ArrayList<>();
    client.apps().deployments().inNamespace(namespace).list().getItems().stream()
        .filter(one -> !readiness.isReady(one))
        .forEach(one -> open.add("Deployment " + one.getMetadata().getName()));
    client.apps().statefulSets().inNamespace(namespace).list().getItems().stream()
        .filter(one -> !readiness.isReady(one))
        .forEach(one -> open.add("StatefulSet " + one.getMetadata().getName()));
    if (open.isEmpty()) {
      return new Outcome.Satisfied("all pods are ready");
    }
    String pods = notReady();
    return new Outcome.Pending(
        "not ready: %s%s"
            .formatted(String.join(", ", open), pods.isEmpty() ? "" : "; pods: " + pods));
  }

  /** The pods that are not ready, each with its reason; empty where all are. */
  public String notReady() {
    var readiness = Readiness.getInstance();
    return client.pods().inNamespace(namespace).list().getItems().stream()
        .filter(pod -> !readiness.isReady(pod))
        .map(Pods::told)
        .collect(Collectors.joining(", "));
  }

  private static String told(Pod pod) {
    String reasons =
        Stream.concat(
                pod.getStatus().getConditions().stream()
                    .filter(one -> one.getType().equals("PodScheduled"))
                    .flatMap(one -> Optional.ofNullable(one.getMessage()).stream()),
                pod.getStatus().getContainerStatuses().stream()
                    .map(Pods::reason)
                    .flatMap(Optional::stream))
            .collect(Collectors.joining(" "));
    return "%s %s %s"
        .formatted(pod.getMetadata().getName(), pod.getStatus().getPhase(), reasons)
        .strip();
  }

  // One that was started again says why it ended before: while it waits, and while it runs anew.
  private static Optional<String> reason(ContainerStatus status) {
    String reasons =
        Stream.of(
                state(status)
                    .map(ContainerState::getWaiting)
                    .map(waiting -> waiting.getReason() + text(waiting.getMessage())),
                state(status).map(ContainerState::getTerminated).map(Pods::ended),
                Optional.ofNullable(status.getLastState())
                    .map(ContainerState::getTerminated)
                    .map(before -> "before: " + ended(before)))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return Optional.of(reasons).filter(text -> !text.isEmpty());
  }

  private static Optional<ContainerState> state(ContainerStatus status) {
    return Optional.ofNullable(status.getState());
  }

  private static String ended(ContainerStateTerminated end) {
    return "%s, exit code %d%s"
        .formatted(end.getReason(), end.getExitCode(), text(lastLine(end.getMessage())));
  }

  // The kubelet gives the last lines of the log where a container leaves no message.
  private static @Nullable String lastLine(@Nullable String message) {
    return message == null ? null : message.strip().lines().reduce("", (before, line) -> line);
  }

  private static String text(@Nullable String message) {
    return message == null ? "" : " (" + message.strip() + ")";
  }
}
