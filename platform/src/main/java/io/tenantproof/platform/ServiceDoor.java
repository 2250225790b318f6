package io.tenantproof.platform;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.LocalPortForward;
import io.fabric8.kubernetes.client.dsl.ServiceResource;
import io.tenantproof.cluster.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.Function;

/**
 * The way to a pod behind a Service: a port-forward, which works alike for every cluster and is
 * open for one question.
 *
 * @param cluster it runs in
 * @param namespace of the Service
 * @param service its name
 * @param port of the pod
 */
public record ServiceDoor(Cluster cluster, String namespace, String service, int port) {

  /**
   * The way to a backend of observability: the tenant's own, where it has one, else the one of all.
   *
   * @param tenant its namespace, which is its org id too
   * @param backend as in {@code loki}
   */
  static ServiceDoor toBackend(Cluster cluster, String tenant, String backend, int port) {
    String own = "%s-%s".formatted(tenant, backend);
    boolean isThere =
        cluster.client().services().inNamespace(Stack.NAMESPACE).withName(own).get() != null;
    return new ServiceDoor(cluster, Stack.NAMESPACE, isThere ? own : backend, port);
  }

  /**
   * Asks at the address that leads there.
   *
   * @throws PlatformFailed when the cluster has no such Service
   */
  public <T> T ask(Function<URI, T> question) {
    ServiceResource<Service> found =
        cluster.client().services().inNamespace(namespace).withName(service);
    if (found.get() == null) {
      throw new PlatformFailed(
          "The cluster %s has no Service %s in the namespace %s: bring the platform up with `make demo`, or name another cluster with --context."
              .formatted(cluster.name(), service, namespace));
    }
    try (LocalPortForward forward = found.portForward(port)) {
      return question.apply(URI.create("http://127.0.0.1:" + forward.getLocalPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the port-forward to %s can't be closed".formatted(service), e);
    }
  }
}
