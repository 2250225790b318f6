package io.tenantproof.scenario;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.LocalPortForward;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.tenantproof.probe.Leftovers;
import io.tenantproof.probe.Run;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A pod beside the platform's own of its kind, that nobody is led to, with a way to its port. */
final class PodBeside implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);

  private final KubernetesClient client;
  private final Run run;
  private final Pod pod;
  private final LocalPortForward forward;

  private PodBeside(KubernetesClient client, Run run, Pod pod, LocalPortForward forward) {
    this.client = client;
    this.run = run;
    this.pod = pod;
    this.forward = forward;
  }

  /**
   * Makes it with what it needs, all labelled by the run, and waits until it is ready.
   *
   * @param what it is, in words
   */
  static PodBeside start(
      KubernetesClient client,
      Run run,
      String what,
      List<? extends HasMetadata> needed,
      Pod wanted,
      int port) {
    try {
      needed.forEach(one -> client.resource(one).create());
      Pod pod = client.resource(wanted).create();
      Await.atMost(START)
          .until(
              Expectation.that(
                  what + " is ready", () -> PodDoor.ready(client.pods().resource(pod).require())));
      return new PodBeside(client, run, pod, client.pods().resource(pod).portForward(port));
    } catch (RuntimeException e) {
      new Leftovers(client).remove(run);
      throw e;
    }
  }

  /** Where its port is reached. */
  URI base() {
    return URI.create("http://127.0.0.1:" + forward.getLocalPort());
  }

  /** The pod as it is now. */
  PodResource resource() {
    return client
        .pods()
        .inNamespace(pod.getMetadata().getNamespace())
        .withName(pod.getMetadata().getName());
  }

  @Override
  public void close() {
    try {
      forward.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the port-forward to a pod can't be closed", e);
    } finally {
      new Leftovers(client).remove(run);
    }
  }
}
