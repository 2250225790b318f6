package io.tenantproof.scenario;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.EphemeralContainerBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.restassured.RestAssured;
import io.tenantproof.probe.ProbeSpec;
import io.tenantproof.probe.Restricted;
import io.tenantproof.probe.Run;
import io.tenantproof.prometheus.Prometheus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A Prometheus of the image that the platform's runs from, with the platform's rules for itself and
 * a small volume that somebody else fills for a while. It scrapes itself, each second.
 */
public final class TightPrometheus implements AutoCloseable {

  private final PodBeside pod;

  private TightPrometheus(PodBeside pod) {
    this.pod = pod;
  }

  /**
   * Starts one beside the platform's; nobody is led to it.
   *
   * @param rules the file of rules that it evaluates
   */
  public static TightPrometheus start(Scenario scenario, Path rules) {
    KubernetesClient client = scenario.platform().cluster().client();
    Run run = Run.begin();
    TightPrometheusPod wanted = new TightPrometheusPod(run);
    return new TightPrometheus(
        PodBeside.start(
            client,
            run,
            "a Prometheus with a small volume",
            List.of(wanted.config(rules)),
            wanted.pod(scenario.observability().prometheusImage()),
            TightPrometheusPod.PORT));
  }

  /** It. */
  public Prometheus asked() {
    return Prometheus.at(pod.base());
  }

  /** Has its volume filled by a file, which goes again after a while. */
  public void fill(Duration duration) {
    pod.resource()
        .ephemeralContainers()
        .edit(
            one ->
                new PodBuilder(one)
                    .editSpec()
                    .addToEphemeralContainers(filler(duration))
                    .endSpec()
                    .build());
  }

  private static EphemeralContainer filler(Duration duration) {
    return new EphemeralContainerBuilder()
        .withName("filler")
        .withImage(ProbeSpec.IMAGE)
        .withImagePullPolicy("IfNotPresent")
        .withArgs("hog", "disk", "-for", duration.toSeconds() + "s")
        .withSecurityContext(Restricted.container())
        .addNewVolumeMount()
        .withName(TightPrometheusPod.DATA)
        .withMountPath("/tmp")
        .endVolumeMount()
        .build();
  }

  /**
   * Tells it to end; its container is started again.
   *
   * @see <a href="https://prometheus.io/docs/prometheus/latest/management_api/">its API</a>
   */
  public void quit() {
    RestAssured.given().baseUri(pod.base().toString()).post("/-/quit").then().statusCode(200);
  }

  /** How often its container was started again. */
  public int restarts() {
    return pod.resource().require().getStatus().getContainerStatuses().stream()
        .mapToInt(ContainerStatus::getRestartCount)
        .sum();
  }

  /** What it has logged. */
  public String log() {
    return pod.resource().inContainer(TightPrometheusPod.NAME).getLog();
  }

  @Override
  public void close() {
    pod.close();
  }
}
