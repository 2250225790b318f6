package io.tenantproof.platform;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.LocalPortForward;
import io.fabric8.kubernetes.client.dsl.ServiceResource;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.loki.Loki;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.Function;

/**
 * Loki as the platform's operators reach it: by a port-forward, which works alike for every cluster
 * and is open for one question.
 *
 * @param cluster it runs in
 */
public record LokiDoor(Cluster cluster) {

  private static final String NAME = "loki";
  private static final int PORT = 3100;

  /**
   * Asks it as an org.
   *
   * @throws PlatformFailed when the cluster has no Loki
   */
  public <T> T ask(String orgId, Function<Loki, T> question) {
    ServiceResource<Service> service =
        cluster.client().services().inNamespace(Stack.NAMESPACE).withName(NAME);
    if (service.get() == null) {
      throw new PlatformFailed(
          "The cluster %s has no Service %s in the namespace %s: bring the platform up with `make demo`, or name another cluster with --context."
              .formatted(cluster.name(), NAME, Stack.NAMESPACE));
    }
    try (LocalPortForward forward = service.portForward(PORT)) {
      return question.apply(
          Loki.at(URI.create("http://127.0.0.1:" + forward.getLocalPort()), orgId));
    } catch (IOException e) {
      throw new UncheckedIOException("the port-forward to Loki can't be closed", e);
    }
  }
}
