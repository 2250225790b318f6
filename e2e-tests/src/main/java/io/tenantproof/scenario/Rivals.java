package io.tenantproof.scenario;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tenantproof.probe.Leftovers;
import io.tenantproof.probe.ProbePod;
import io.tenantproof.probe.ProbePods;
import io.tenantproof.probe.ProbeSpec;
import io.tenantproof.probe.Run;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A tenant that takes all it can get, and another one that is asked how well it serves. */
public final class Rivals implements AutoCloseable {

  private static final Duration HOGS_END = Duration.ofMinutes(3);
  private static final int RATE = 50;
  private static final Duration ASKED = Duration.ofSeconds(12);

  private final KubernetesClient client;
  private final Run run;
  private final String greedy;
  private final String quiet;
  private final ProbePod probe;

  private Rivals(KubernetesClient client, Run run, String greedy, String quiet, ProbePod probe) {
    this.client = client;
    this.run = run;
    this.greedy = greedy;
    this.quiet = quiet;
    this.probe = probe;
  }

  /**
   * What came of a hog.
   *
   * @param latency of the other tenant meanwhile
   * @param ends how each pod of the hog ended
   */
  public record Contest(Latency latency, List<String> ends) {

    /** Copies what it is given. */
    public Contest {
      ends = List.copyOf(ends);
    }
  }

  /** Puts a probe beside the quiet one's workload. */
  static Rivals meet(KubernetesClient client, String greedy, String quiet) {
    Run run = Run.begin();
    try {
      ProbePods probes = ProbePods.start(client, run, List.of(ProbeSpec.serving(run, quiet)));
      return new Rivals(client, run, greedy, quiet, probes.require(quiet));
    } catch (RuntimeException e) {
      new Leftovers(client).remove(run);
      throw e;
    }
  }

  /** How fast the quiet one's workload answers a pod of its own namespace, for some seconds. */
  public Latency latency() {
    return Latency.read(probe.ask(Latency.asked(quiet, RATE, ASKED)));
  }

  /** Lets a hog loose in the greedy one's namespace, and sees how the quiet one does meanwhile. */
  public Contest letLoose(Hog hog) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<Latency> latency = CompletableFuture.supplyAsync(this::latency, threads);
      List<Pod> pods =
          hog.pods(run, greedy).stream().map(pod -> client.resource(pod).create()).toList();
      Await.atMost(HOGS_END)
          .until(
              Expectation.none(
                  "all pods of the hog have ended",
                  () ->
                      pods.stream()
                          .map(this::now)
                          .filter(pod -> !ended(pod))
                          .map(this::end)
                          .toList()));
      return new Contest(latency.join(), pods.stream().map(this::now).map(this::end).toList());
    }
  }

  /** Takes away what it made. */
  @Override
  public void close() {
    new Leftovers(client).remove(run);
  }

  private Pod now(Pod pod) {
    return client.pods().resource(pod).require();
  }

  private static boolean ended(Pod pod) {
    return List.of("Succeeded", "Failed").contains(pod.getStatus().getPhase());
  }

  private String end(Pod pod) {
    return "%s %s %s %s; %s; log: %s"
        .formatted(
            pod.getMetadata().getName(),
            pod.getStatus().getPhase(),
            Objects.toString(pod.getStatus().getReason(), ""),
            Objects.toString(pod.getStatus().getMessage(), ""),
            pod.getStatus().getContainerStatuses().stream()
                .map(Rivals::end)
                .collect(Collectors.joining("; ")),
            log(pod));
  }

  private static String end(ContainerStatus status) {
    return Optional.ofNullable(status.getState().getTerminated())
        .map(end -> "%s, exit code %d".formatted(end.getReason(), end.getExitCode()))
        .orElse("not ended");
  }

  // Of a pod that was evicted there may be none.
  private String log(Pod pod) {
    try {
      return client.pods().resource(pod).getLog().strip();
    } catch (KubernetesClientException none) {
      return "none";
    }
  }
}
