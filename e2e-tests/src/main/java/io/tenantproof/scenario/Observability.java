package io.tenantproof.scenario;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.tenantproof.loki.Loki;
import io.tenantproof.platform.Stack;
import io.tenantproof.prometheus.Prometheus;
import io.tenantproof.wait.Await;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Prometheus, Loki, the log agent and Grafana, as a spec reaches them.
 *
 * <p>An address lasts as long as its pod: ask for a client each time it is used.
 */
public final class Observability implements AutoCloseable {

  /** The namespace of all of it, and the name of the Application that brings it. */
  public static final String NAMESPACE = Stack.NAMESPACE;

  /** The org in Loki that the platform's own lines go to. */
  public static final String PLATFORM_ORG = "platform";

  private static final Duration RESTART = Duration.ofMinutes(3);

  private final KubernetesClient client;
  private final PodDoor prometheus;
  private final PodDoor loki;
  private final PodDoor grafana;

  /** Opens nothing yet. */
  public Observability(KubernetesClient client) {
    this.client = client;
    this.prometheus = new PodDoor(client, NAMESPACE, "prometheus", 9090);
    this.loki = new PodDoor(client, NAMESPACE, "loki", 3100);
    this.grafana = new PodDoor(client, NAMESPACE, "grafana", 3000);
  }

  /** Whether its namespace is there. */
  public boolean installed() {
    return client.namespaces().withName(NAMESPACE).get() != null;
  }

  /** Prometheus. */
  public Prometheus prometheus() {
    return Prometheus.at(prometheus.uri());
  }

  /** Loki, asked as an org: a tenant's name, or {@link #PLATFORM_ORG}. */
  public Loki loki(String org) {
    return Loki.at(loki.uri(), org);
  }

  /** Grafana, asked as its administrator; empty where it does not run. */
  public Optional<GrafanaServer> grafana() {
    if (PodDoor.pods(client, NAMESPACE, "grafana").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new GrafanaServer(grafana.uri(), "admin", grafanaPassword()));
  }

  // The pod makes it up at its start and keeps it to itself.
  private String grafanaPassword() {
    Pod pod = PodDoor.pods(client, NAMESPACE, "grafana").getFirst();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (ExecWatch reading =
        client
            .pods()
            .resource(pod)
            .inContainer("grafana")
            .writingOutput(printed)
            .exec("cat", "/run/grafana/password")) {
      var _ = reading.exitCode().get(10, TimeUnit.SECONDS);
      return printed.toString(StandardCharsets.UTF_8).strip();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Grafana's password could not be read", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Grafana's password could not be read", e);
    }
  }

  /**
   * Runs Prometheus' own tool in a folder of files, with the image that Prometheus runs from.
   *
   * @return what it printed
   * @throws AssertionError with what it printed, when it finds something wrong
   */
  public String promtool(Path folder, List<String> words) {
    return new Promtool(client, prometheusImage()).run(folder, words);
  }

  /** The image that Prometheus runs from. */
  String prometheusImage() {
    return PodDoor.pods(client, NAMESPACE, "prometheus").stream()
        .flatMap(pod -> pod.getSpec().getContainers().stream())
        .filter(container -> container.getName().equals("prometheus"))
        .map(Container::getImage)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no pod of Prometheus"));
  }

  /** Kills the log agent and waits until it runs again. */
  public void restartLogAgent() {
    restart("log-agent");
  }

  /** Kills Loki and waits until it serves again. */
  public void restartLoki() {
    restart("loki");
  }

  private void restart(String app) {
    PodGroup group = PodGroup.named(client, NAMESPACE, app);
    List<Pod> old = group.present();
    old.forEach(pod -> client.pods().resource(pod).delete());
    Await.atMost(RESTART).until(group.readyBeside(old, old.size()));
  }

  /** Closes the ways to the pods. */
  @Override
  public void close() {
    prometheus.close();
    loki.close();
    grafana.close();
  }
}
