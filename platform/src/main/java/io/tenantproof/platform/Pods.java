package io.tenantproof.platform;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  private static Optional<String> reason(ContainerStatus status) {
    ContainerState state = status.getState();
    if (state == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(state.getWaiting())
        .map(waiting -> waiting.getReason() + text(waiting.getMessage()))
        .or(
            () ->
                Optional.ofNullable(state.getTerminated())
                    .map(ended -> ended.getReason() + text(ended.getMessage())));
  }

  private static String text(@org.jspecify.annotations.Nullable String message) {
    return message == null ? "" : " (" + message.strip() + ")";
  }
}
