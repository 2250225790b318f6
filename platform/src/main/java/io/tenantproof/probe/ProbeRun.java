package io.tenantproof.probe;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.time.Duration;
import java.util.List;

/**
 * A probe that does one thing and ends. What it saw is in its log: nobody needs to be connected to
 * it meanwhile.
 *
 * @param client of the cluster
 * @param pod as it was taken
 */
public record ProbeRun(KubernetesClient client, Pod pod) {

  private static final List<String> ENDED = List.of("Succeeded", "Failed");

  /** Starts one. */
  public static ProbeRun start(KubernetesClient client, ProbeSpec spec) {
    return new ProbeRun(client, client.resource(spec.pod()).create());
  }

  /** It runs. */
  public Expectation runs() {
    return new Expectation(
        this + " runs", () -> Outcome.of("Running".equals(phase()), this + " is " + phase()));
  }

  /** Whether it has come to its end. */
  public boolean ended() {
    return ENDED.contains(phase());
  }

  /** What it has printed until its end, which must come within this time. */
  public String printed(Duration end) {
    Await.atMost(end)
        .until(
            new Expectation(
                this + " has ended", () -> Outcome.of(ended(), this + " is " + phase())));
    return client.pods().resource(pod).getLog();
  }

  private String phase() {
    return client.pods().resource(pod).require().getStatus().getPhase();
  }

  /** Its namespace and name. */
  @Override
  public String toString() {
    return pod.getMetadata().getNamespace() + "/" + pod.getMetadata().getName();
  }
}
