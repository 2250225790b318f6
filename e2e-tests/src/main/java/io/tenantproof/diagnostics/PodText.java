package io.tenantproof.diagnostics;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pods and events in words. */
final class PodText {

  private PodText() {}

  /** A pod in one line. */
  static String line(Pod pod) {
    return "%s %s on %s: %s"
        .formatted(
            pod.getMetadata().getName(),
            pod.getStatus().getPhase(),
            pod.getSpec().getNodeName(),
            pod.getStatus().getContainerStatuses().stream()
                .map(
                    one ->
                        "%s ready=%s restarts=%s"
                            .formatted(one.getName(), one.getReady(), one.getRestartCount()))
                .collect(Collectors.joining(", ")));
  }

  /** What a person would look for: conditions, states of containers, its events. */
  static String description(Pod pod, List<Event> events) {
    StringBuilder text = new StringBuilder(line(pod)).append("\n\nconditions\n");
    pod.getStatus()
        .getConditions()
        .forEach(
            one ->
                text.append(
                    "  %s=%s since %s%s\n"
                        .formatted(
                            one.getType(),
                            one.getStatus(),
                            one.getLastTransitionTime(),
                            because(one.getReason(), one.getMessage()))));
    text.append("\ncontainers\n");
    statuses(pod)
        .forEach(
            one ->
                text.append(
                    "  %s (%s)\n    now: %s\n    before: %s\n"
                        .formatted(
                            one.getName(),
                            one.getImage(),
                            state(one.getState()),
                            state(one.getLastState()))));
    text.append("\nevents\n");
    events.stream()
        .filter(one -> pod.getMetadata().getName().equals(one.getInvolvedObject().getName()))
        .forEach(one -> text.append("  ").append(line(one)).append('\n'));
    return text.toString();
  }

  /** Init containers first, as they run. */
  static Stream<ContainerStatus> statuses(Pod pod) {
    return Stream.concat(
        pod.getStatus().getInitContainerStatuses().stream(),
        pod.getStatus().getContainerStatuses().stream());
  }

  /** Events, newest last. */
  static List<Event> sorted(List<Event> events) {
    return events.stream().sorted(Comparator.comparing(PodText::time)).toList();
  }

  /** An event in one line. */
  static String line(Event event) {
    return "%s %s %s %s/%s: %s"
        .formatted(
            time(event),
            event.getType(),
            event.getReason(),
            event.getInvolvedObject().getKind(),
            event.getInvolvedObject().getName(),
            event.getMessage());
  }

  private static String time(Event event) {
    return Stream.of(event.getLastTimestamp(), event.getMetadata().getCreationTimestamp())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private static String state(ContainerState state) {
    if (state == null) {
      return "none";
    }
    if (state.getRunning() != null) {
      return "running since " + state.getRunning().getStartedAt();
    }
    if (state.getWaiting() != null) {
      return "waiting" + because(state.getWaiting().getReason(), state.getWaiting().getMessage());
    }
    return Optional.ofNullable(state.getTerminated())
        .map(
            one ->
                "ended with %s at %s%s"
                    .formatted(
                        one.getExitCode(),
                        one.getFinishedAt(),
                        because(one.getReason(), one.getMessage())))
        .orElse("none");
  }

  private static String because(String reason, String message) {
    String why =
        Stream.of(reason, message).filter(Objects::nonNull).collect(Collectors.joining(": "));
    return why.isEmpty() ? "" : ", " + why;
  }
}
