package io.tenantproof.fault;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.probe.ProbeSpec;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.time.Duration;
import java.util.List;

/**
 * Probes that do one thing and end. What they saw is in their logs: nobody needs to be connected to
 * them meanwhile.
 *
 * @param client of the cluster
 */
record ProbeRuns(KubernetesClient client) {

  private static final List<String> ENDED = List.of("Succeeded", "Failed");

  /** One of them. */
  record Started(KubernetesClient client, Pod pod) {

    /** It runs. */
    Expectation runs() {
      return new Expectation(
          name() + " runs", () -> Outcome.of("Running".equals(phase()), name() + " is " + phase()));
    }

    /** What it has printed until its end, which must come within this time. */
    String log(Duration end) {
      Await.atMost(end)
          .until(
              new Expectation(
                  name() + " has ended",
                  () -> Outcome.of(ENDED.contains(phase()), name() + " is " + phase())));
      return client.pods().resource(pod).getLog();
    }

    private String phase() {
      return client.pods().resource(pod).require().getStatus().getPhase();
    }

    private String name() {
      return pod.getMetadata().getNamespace() + "/" + pod.getMetadata().getName();
    }
  }

  /** Starts one. */
  Started start(ProbeSpec spec) {
    return new Started(client, client.resource(spec.pod()).create());
  }
}
