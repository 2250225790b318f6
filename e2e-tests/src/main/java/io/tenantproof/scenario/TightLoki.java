package io.tenantproof.scenario;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.tenantproof.loki.Loki;
import io.tenantproof.probe.Run;
import java.time.Clock;
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
  // In memory, where the size is a limit of the file system and not only of the kubelet.
  private static final Volume VOLUME =
      new VolumeBuilder()
          .withName(DATA)
          .withNewEmptyDir()
          .withMedium("Memory")
          .withSizeLimit(new Quantity("24Mi"))
          .endEmptyDir()
          .build();

  private final PodBeside pod;

  private TightLoki(PodBeside pod) {
    this.pod = pod;
  }

  /** Starts one beside the platform's; nobody is led to it. */
  public static TightLoki start(Scenario scenario) {
    KubernetesClient client = scenario.platform().cluster().client();
    Run run = Run.begin();
    return new TightLoki(
        PodBeside.start(
            client, run, "a Loki with a small volume", List.of(), pod(client, run), PORT));
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
    return Loki.at(pod.base(), org);
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
        .baseUri(pod.base().toString())
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
        .baseUri(pod.base().toString())
        .get("/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("loki_ingester_wal_disk_full_failures_total "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
        .sum();
  }

  /** What it has logged. */
  public String log() {
    return pod.resource().getLog();
  }

  @Override
  public void close() {
    pod.close();
  }
}
