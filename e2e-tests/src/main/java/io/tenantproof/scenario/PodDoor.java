package io.tenantproof.scenario;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.LocalPortForward;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A way to a port of a ready pod. It is opened when it is first needed, and anew when its pod was
 * replaced or the way broke; so ask for the address each time.
 */
final class PodDoor implements AutoCloseable {

  private final KubernetesClient client;
  private final String namespace;
  private final String app;
  private final int port;
  private Optional<Way> way = Optional.empty();

  private record Way(String pod, LocalPortForward forward) {}

  PodDoor(KubernetesClient client, String namespace, String app, int port) {
    this.client = client;
    this.namespace = namespace;
    this.app = app;
    this.port = port;
  }

  /**
   * The address that leads there now.
   *
   * @throws IllegalStateException when no pod is ready
   */
  synchronized URI uri() {
    List<Pod> ready = pods(client, namespace, app).stream().filter(PodDoor::ready).toList();
    if (ready.isEmpty()) {
      throw new IllegalStateException("no pod of %s in %s is ready".formatted(app, namespace));
    }
    if (way.filter(open -> leads(open, ready)).isEmpty()) {
      close();
      Pod pod = ready.getFirst();
      way =
          Optional.of(
              new Way(pod.getMetadata().getUid(), client.pods().resource(pod).portForward(port)));
    }
    return URI.create("http://127.0.0.1:" + way.orElseThrow().forward().getLocalPort());
  }

  @Override
  public synchronized void close() {
    Optional<Way> open = way;
    way = Optional.empty();
    if (open.isPresent()) {
      try {
        open.get().forward().close();
      } catch (IOException e) {
        throw new UncheckedIOException("the port-forward to %s can't be closed".formatted(app), e);
      }
    }
  }

  /** All pods of an app that are not on their way out. */
  static List<Pod> pods(KubernetesClient client, String namespace, String app) {
    return PodGroup.named(client, namespace, app).pods();
  }

  static boolean ready(Pod pod) {
    return Readiness.getInstance().isReady(pod);
  }

  private static boolean leads(Way open, List<Pod> ready) {
    return open.forward().isAlive()
        && !open.forward().errorOccurred()
        && ready.stream().anyMatch(pod -> pod.getMetadata().getUid().equals(open.pod()));
  }
}
