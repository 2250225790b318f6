package io.tenantproof.scenario;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.EphemeralContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.probe.ProbeSpec;
import io.tenantproof.probe.Run;
import io.tenantproof.prometheus.Prometheus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A Prometheus of the image that the platform's runs from, with the platform's rules for itself and
 * a small volume that somebody else fills for a while. It scrapes itself, each second.
 */
public final class TightPrometheus implements AutoCloseable {

  private static final String NAME = "prometheus";
  private static final String DATA = "data";
  private static final String CONFIG = "config";
  private static final int PORT = 9090;
  private static final long NOBODY = 65534L;
  private static final String SETTINGS =
      """
      global: {scrape_interval: 1s, evaluation_interval: 1s}
      rule_files: [/etc/tight/rules.yaml]
      scrape_configs:
      - job_name: prometheus
        static_configs: [{targets: ["127.0.0.1:9090"]}]
      """;

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
    return new TightPrometheus(
        PodBeside.start(
            client,
            run,
            "a Prometheus with a small volume",
            List.of(config(run, rules)),
            pod(run, scenario.observability().prometheusImage()),
            PORT));
  }

  private static ConfigMap config(Run run, Path rules) {
    try {
      return new ConfigMapBuilder()
          .withMetadata(run.head(Observability.NAMESPACE, run.name(CONFIG)))
          .withData(Map.of("prometheus.yaml", SETTINGS, "rules.yaml", Files.readString(rules)))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(rules + " can't be read", e);
    }
  }

  private static Pod pod(Run run, String image) {
    return new PodBuilder()
        .withMetadata(run.head(Observability.NAMESPACE, run.name("tight-prometheus")))
        .withNewSpec()
        .withRestartPolicy("Never")
        .withAutomountServiceAccountToken(false)
        .withNewSecurityContext()
        .withRunAsNonRoot(true)
        .withRunAsUser(NOBODY)
        .withFsGroup(NOBODY)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .endSecurityContext()
        .addNewContainer()
        .withName(NAME)
        .withImage(image)
        .withImagePullPolicy("IfNotPresent")
        .withArgs(
            "--config.file=/etc/tight/prometheus.yaml",
            "--storage.tsdb.path=/prometheus",
            "--web.listen-address=:" + PORT)
        .withNewReadinessProbe()
        .withNewHttpGet()
        .withPath("/-/ready")
        .withNewPort(PORT)
        .endHttpGet()
        .withPeriodSeconds(1)
        .endReadinessProbe()
        .withNewSecurityContext()
        .withAllowPrivilegeEscalation(false)
        .withReadOnlyRootFilesystem(true)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .endSecurityContext()
        .addNewVolumeMount()
        .withName(CONFIG)
        .withMountPath("/etc/tight")
        .endVolumeMount()
        .addNewVolumeMount()
        .withName(DATA)
        .withMountPath("/prometheus")
        .endVolumeMount()
        .endContainer()
        .addNewVolume()
        .withName(CONFIG)
        .withNewConfigMap()
        .withName(run.name(CONFIG))
        .endConfigMap()
        .endVolume()
        // In memory, where the size is a limit of the file system and not only of the kubelet.
        .addNewVolume()
        .withName(DATA)
        .withNewEmptyDir()
        .withMedium("Memory")
        .withSizeLimit(new Quantity("24Mi"))
        .endEmptyDir()
        .endVolume()
        .endSpec()
        .build();
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
        .withNewSecurityContext()
        .withAllowPrivilegeEscalation(false)
        .withReadOnlyRootFilesystem(true)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .endSecurityContext()
        .addNewVolumeMount()
        .withName(DATA)
        .withMountPath("/tmp")
        .endVolumeMount()
        .build();
  }

  /** Whether the one container that it started with still runs. */
  public boolean runs() {
    return pod.resource().require().getStatus().getContainerStatuses().stream()
        .map(ContainerStatus::getState)
        .allMatch(state -> state.getRunning() != null);
  }

  /** What it has logged. */
  public String log() {
    return pod.resource().inContainer(NAME).getLog();
  }

  @Override
  public void close() {
    pod.close();
  }
}
