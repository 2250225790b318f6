package io.tenantproof.vector;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tenantproof.isolation.Observation;
import io.tenantproof.probe.Run;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.NotMet;
import io.tenantproof.wait.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lets hogs loose, all at once, and says where each was stopped.
 *
 * @param client of the cluster
 * @param run that lets them loose
 */
record HogPods(KubernetesClient client, Run run) {

  private static final Duration END = Duration.ofSeconds(45);
  private static final Pattern FREE = Pattern.compile("was not stopped");
  // The program's own words, those of Go's runtime, those of the kernel as the kubelet tells them.
  private static final Pattern STOPPED =
      Pattern.compile("stopped at|failed to create new OS thread|OOMKilled");

  /** What was seen of each. */
  Map<HogPod, Observation> letLoose(List<HogPod> hogs) {
    Map<HogPod, Observation> seen = new HashMap<>();
    for (HogPod hog : hogs) {
      try {
        client.resource(hog.pod(run)).create();
      } catch (KubernetesClientException e) {
        seen.put(hog, Observation.failed("the pod was refused: " + e.getMessage()));
      }
    }
    List<HogPod> running = hogs.stream().filter(hog -> !seen.containsKey(hog)).toList();
    try {
      Await.atMost(END).until(new Expectation("all hogs have ended", () -> ended(running)));
    } catch (NotMet late) {
      // Each says so itself.
    }
    running.forEach(hog -> seen.put(hog, end(hog)));
    return Map.copyOf(seen);
  }

  private Outcome ended(List<HogPod> hogs) {
    List<String> open =
        hogs.stream()
            .filter(hog -> find(hog).flatMap(HogPods::end).isEmpty())
            .map(HogPod::toString)
            .toList();
    return Outcome.of(open.isEmpty(), "%d run: %s".formatted(open.size(), open));
  }

  private Optional<Pod> find(HogPod hog) {
    return Optional.ofNullable(
        client.pods().inNamespace(hog.namespace()).withName(hog.name(run)).get());
  }

  private static Optional<ContainerStateTerminated> end(Pod pod) {
    return pod.getStatus().getContainerStatuses().stream()
        .flatMap(status -> Optional.ofNullable(status.getState()).stream())
        .flatMap(state -> Optional.ofNullable(state.getTerminated()).stream())
        .findFirst();
  }

  private Observation end(HogPod hog) {
    Optional<ContainerStateTerminated> end = find(hog).flatMap(HogPods::end);
    if (end.isEmpty()) {
      return Observation.failed(
          "it did not end within %d s: %s"
              .formatted(
                  END.toSeconds(),
                  find(hog).map(pod -> pod.getStatus().toString()).orElse("gone")));
    }
    String told = told(hog) + " " + end.get().getReason();
    String shown = told.lines().findFirst().orElse("").strip();
    if (STOPPED.matcher(told).find()) {
      return Observation.refused(shown);
    }
    return FREE.matcher(told).find()
        ? Observation.allowed(shown)
        : Observation.failed(
            "it ended with exit code %d: %s".formatted(end.get().getExitCode(), shown));
  }

  private String told(HogPod hog) {
    try {
      return client.pods().inNamespace(hog.namespace()).withName(hog.name(run)).getLog().strip();
    } catch (KubernetesClientException e) {
      return "its words can't be read (%s)".formatted(e.getMessage());
    }
  }
}
