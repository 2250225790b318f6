package io.tenantproof.probe;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.NotMet;
import io.tenantproof.wait.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The probes of a run, by place. One that did not start is known with its reason, and all that was
 * to be tried from it comes out as not tried by anybody: unproven.
 *
 * @param running those that answer
 * @param troubles of those that do not, in words
 */
public record ProbePods(Map<String, ProbePod> running, Map<String, String> troubles) {

  private static final Duration START = Duration.ofSeconds(60);

  /** Copies what it is given. */
  public ProbePods {
    running = Map.copyOf(running);
    troubles = Map.copyOf(troubles);
  }

  /** Starts all of them and waits until each answers or can't. */
  public static ProbePods start(KubernetesClient client, Run run, List<ProbeSpec> specs) {
    Map<String, String> troubles = new HashMap<>();
    List<ProbeSpec> made = new ArrayList<>();
    for (ProbeSpec spec : specs) {
      try {
        client.resource(spec.pod()).create();
        made.add(spec);
      } catch (KubernetesClientException e) {
        troubles.put(spec.place(), "the probe was refused: " + e.getMessage());
      }
    }
    try {
      Await.atMost(START)
          .until(new Expectation("all probes run", () -> allSettled(client, run, made.size())));
    } catch (NotMet late) {
      // Those that run are used; the others say why they do not.
    }
    Map<String, ProbePod> running = new HashMap<>();
    List<Pod> pods = pods(client, run);
    for (ProbeSpec spec : made) {
      Optional<Pod> pod = pods.stream().filter(one -> is(spec, one)).findFirst();
      pod.filter(ProbePods::runs)
          .ifPresentOrElse(
              one -> running.put(spec.place(), probe(client, one)),
              () -> troubles.put(spec.place(), whyNot(pod)));
    }
    return new ProbePods(running, troubles);
  }

  /** The probe of a place, if it runs. */
  public Optional<ProbePod> at(String place) {
    return Optional.ofNullable(running.get(place));
  }

  /**
   * The probe of a place.
   *
   * @throws IllegalStateException when it does not run, with the reason
   */
  public ProbePod require(String place) {
    return at(place).orElseThrow(() -> new IllegalStateException(trouble(place)));
  }

  /** Why there is no probe at a place. */
  public String trouble(String place) {
    return troubles.getOrDefault(place, "there is no probe at " + place);
  }

  private static ProbePod probe(KubernetesClient client, Pod pod) {
    return new ProbePod(
        client,
        pod.getMetadata().getNamespace(),
        pod.getMetadata().getName(),
        pod.getStatus().getPodIP());
  }

  private static boolean is(ProbeSpec spec, Pod pod) {
    return pod.getMetadata().getNamespace().equals(spec.namespace())
        && pod.getMetadata().getName().equals(spec.name());
  }

  private static String whyNot(Optional<Pod> pod) {
    return "the probe does not run: "
        + pod.map(one -> trouble(one).orElse("it is not ready")).orElse("it is gone");
  }

  // Not the pod's own condition Ready: a disguised probe never has that.
  private static boolean runs(Pod pod) {
    return pod.getStatus().getConditions().stream()
        .anyMatch(one -> one.getType().equals("ContainersReady") && one.getStatus().equals("True"));
  }

  private static List<Pod> pods(KubernetesClient client, Run run) {
    return client.pods().inAnyNamespace().withLabel(Run.LABEL, run.id()).list().getItems();
  }

  private static Outcome allSettled(KubernetesClient client, Run run, int wanted) {
    List<Pod> pods = pods(client, run);
    long ready = pods.stream().filter(ProbePods::runs).count();
    long hopeless = pods.stream().filter(ProbePods::hopeless).count();
    return Outcome.of(
        ready + hopeless >= wanted,
        "%d of %d probes are ready%s"
            .formatted(
                ready,
                wanted,
                pods.stream().map(ProbePods::trouble).flatMap(Optional::stream).toList()));
  }

  private static boolean hopeless(Pod pod) {
    return List.of("Failed", "Succeeded").contains(pod.getStatus().getPhase())
        || reason(pod).filter(reason -> reason.contains("ImagePull")).isPresent();
  }

  private static Optional<String> trouble(Pod pod) {
    return reason(pod)
        .filter(reason -> !reason.equals("ContainerCreating"))
        .or(
            () ->
                pod.getStatus().getConditions().stream()
                    .filter(one -> one.getType().equals("PodScheduled"))
                    .filter(one -> one.getStatus().equals("False"))
                    .map(one -> String.valueOf(one.getMessage()))
                    .findFirst());
  }

  private static Optional<String> reason(Pod pod) {
    return pod.getStatus().getContainerStatuses().stream()
        .map(ContainerStatus::getState)
        .flatMap(state -> Optional.ofNullable(state.getWaiting()).stream())
        .map(waiting -> String.valueOf(waiting.getReason()))
        .findFirst();
  }
}
