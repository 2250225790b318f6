package io.tenantproof.scenario;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.LocalPortForward;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.tenantproof.loki.Loki;
import io.tenantproof.probe.Leftovers;
import io.tenantproof.probe.Run;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A Loki as the platform's, image and configuration alike, with a volume that is soon full. */
public final class TightLoki implements AutoCloseable {

  private static final String NAME = "loki";
  private static final String DATA = "data";
  private static final int PORT = 3100;
  private static final int LINE_BYTES = 192 * 1024;
  private static final Duration START = Duration.ofMinutes(2);
  // In memory, where the size is a limit of the file system and not only of the kubelet.
  private static final Volume VOLUME =
      new VolumeBuilder()
          .withName(DATA)
          .withNewEmptyDir()
          .withMedium("Memory")
          .withSizeLimit(new Quantity("24Mi"))
          .endEmptyDir()
          .build();

  private final KubernetesClient client;
  private final Run run;
  private final Pod pod;
  private final LocalPortForward forward;

  private TightLoki(KubernetesClient client, Run run, Pod pod, LocalPortForward forward) {
    this.client = client;
    this.run = run;
    this.pod = pod;
    this.forward = forward;
  }

  /** Starts one beside the platform's; nobody is led to it. */
  public static TightLoki start(Scenario scenario) {
    KubernetesClient client = scenario.platform().cluster().client();
    Run run = Run.begin();
    try {
      Pod pod = client.resource(pod(client, run)).create();
      Await.atMost(START)
          .until(
              Expectation.that(
                  "a Loki with a small volume is ready",
                  () -> PodDoor.ready(client.pods().resource(pod).require())));
      return new TightLoki(client, run, pod, client.pods().resource(pod).portForward(PORT));
    } catch (RuntimeException e) {
      new Leftovers(client).remove(run);
      throw e;
    }
  }

  private static Pod pod(KubernetesClient client, Run run) {
    PodSpec spec =
        client
            .apps()
            .statefulSets()
            .inNamespace(Observability.NAMESPACE)
            .withName(NAME)
            .require()
            .getSpec()
            .getTemplate()
            .getSpec();
    List<Volume> volumes = new ArrayList<>(spec.getVolumes());
    volumes.add(VOLUME);
    return new PodBuilder()
        .withMetadata(run.head(Observability.NAMESPACE, run.name("tight-loki")))
        .withSpec(spec)
        .editSpec()
        .withVolumes(volumes)
        .withRestartPolicy("Never")
        .endSpec()
        .build();
  }

  /** It, asked as an org. */
  public Loki as(String org) {
    return Loki.at(base(), org);
  }

  /**
   * Sends it a line of a stream that says which test it is of.
   *
   * @return the status that it answers with
   * @see <a href="https://grafana.com/docs/loki/latest/reference/loki-http-api/">its API</a>
   */
  public int push(String org, String test, String line) {
    Instant now = Clock.systemUTC().instant();
    String nanos = "%d%09d".formatted(now.getEpochSecond(), now.getNano());
    return RestAssured.given()
        .baseUri(base().toString())
        .header("X-Scope-OrgID", org)
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "streams",
                List.of(
                    Map.of(
                        "stream", Map.of("test", test), "values", List.of(List.of(nanos, line))))))
        .post("/loki/api/v1/push")
        .statusCode();
  }

  /** A line of a quarter of a megabyte that no compression makes smaller than two thirds of it. */
  public static String incompressible() {
    byte[] bytes = new byte[LINE_BYTES];
    ThreadLocalRandom.current().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** How many records it could not write because its volume is full, as it counts them itself. */
  public double notWritten() {
    return RestAssured.given()
        .baseUri(base().toString())
        .get("/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("loki_ingester_wal_disk_full_failures_total "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
        .sum();
  }

  /** What it has logged. */
  public String log() {
    return client.pods().resource(pod).getLog();
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + forward.getLocalPort());
  }

  @Override
  public void close() {
    try {
      forward.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the port-forward to a Loki can't be closed", e);
    } finally {
      new Leftovers(client).remove(run);
    }
  }
}
