package io.tenantproof.scenario;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.tenantproof.probe.Restricted;
import io.tenantproof.probe.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a Prometheus with a small volume is made of.
 *
 * @param run that makes it
 */
record TightPrometheusPod(Run run) {

  /** The container's name. */
  static final String NAME = "prometheus";

  /** The volume's name. */
  static final String DATA = "data";

  /** The port that it answers on. */
  static final int PORT = 9090;

  private static final String CONFIG = "config";
  private static final long NOBODY = 65534L;
  private static final String SETTINGS =
      """
      global: {scrape_interval: 1s, evaluation_interval: 1s}
      rule_files: [/etc/tight/rules.yaml]
      scrape_configs:
      - job_name: prometheus
        static_configs: [{targets: ["127.0.0.1:9090"]}]
      """;

  /** Its settings, and the rules that it evaluates. */
  ConfigMap config(Path rules) {
    try {
      return new ConfigMapBuilder()
          .withMetadata(run.head(Observability.NAMESPACE, run.name(CONFIG)))
          .withData(Map.of("prometheus.yaml", SETTINGS, "rules.yaml", Files.readString(rules)))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(rules + " can't be read", e);
    }
  }

  /** The pod, of an image of Prometheus. */
  Pod pod(String image) {
    return new PodBuilder()
        .withMetadata(run.head(Observability.NAMESPACE, run.name("tight-prometheus")))
        .withNewSpec()
        .withAutomountServiceAccountToken(false)
        .withNewSecurityContextLike(Restricted.pod(NOBODY))
        .withFsGroup(NOBODY)
        .endSecurityContext()
        .addNewContainer()
        .withName(NAME)
        .withImage(image)
        .withImagePullPolicy("IfNotPresent")
        .withArgs(
            "--config.file=/etc/tight/prometheus.yaml",
            "--storage.tsdb.path=/prometheus",
            "--web.enable-lifecycle",
            "--web.listen-address=:" + PORT)
        .withNewReadinessProbe()
        .withNewHttpGet()
        .withPath("/-/ready")
        .withNewPort(PORT)
        .endHttpGet()
        .withPeriodSeconds(1)
        .endReadinessProbe()
        .withSecurityContext(Restricted.container())
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
}
