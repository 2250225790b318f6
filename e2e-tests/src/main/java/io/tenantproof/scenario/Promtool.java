package io.tenantproof.scenario;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.KeyToPathBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.file.FileTree;
import io.tenantproof.probe.Restricted;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Prometheus' own tool for rules, as a pod of the image that Prometheus runs from; so it is there
 * wherever Prometheus is.
 *
 * @param client of the cluster
 * @param image that has {@code /bin/promtool}
 */
record Promtool(KubernetesClient client, String image) {

  private static final String NAME = "promtool";
  private static final long NOBODY = 65534L;
  private static final Duration DEADLINE = Duration.ofMinutes(2);

  /**
   * Runs it in a folder of files.
   *
   * @return what it printed
   * @throws AssertionError with what it printed, when it ends with another code than 0
   */
  String run(Path folder, List<String> words) {
    remove();
    try {
      client.resource(files(folder)).create();
      client.resource(pod(folder, words)).create();
      String phase =
          Await.atMost(DEADLINE).until(new Expectation("promtool has ended", this::ended));
      String printed =
          client.pods().inNamespace(Observability.NAMESPACE).withName(NAME).getLog(true);
      if (!phase.equals("Succeeded")) {
        throw new AssertionError("promtool %s: %s%n%s".formatted(words, phase, printed));
      }
      return printed;
    } finally {
      remove();
    }
  }

  private Outcome ended() {
    String phase =
        client
            .pods()
            .inNamespace(Observability.NAMESPACE)
            .withName(NAME)
            .require()
            .getStatus()
            .getPhase();
    return Outcome.of(List.of("Succeeded", "Failed").contains(phase), String.valueOf(phase));
  }

  private void remove() {
    client
        .pods()
        .inNamespace(Observability.NAMESPACE)
        .withName(NAME)
        .withGracePeriod(0)
        .withTimeout(DEADLINE.toSeconds(), TimeUnit.SECONDS)
        .delete();
    client.configMaps().inNamespace(Observability.NAMESPACE).withName(NAME).delete();
  }

  private static ConfigMap files(Path folder) {
    Map<String, String> contents = new TreeMap<>();
    for (Path file : new FileTree(folder).files()) {
      try {
        contents.put(key(folder, file), Files.readString(file));
      } catch (IOException e) {
        throw new UncheckedIOException(file + " can't be read", e);
      }
    }
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(NAME)
        .withNamespace(Observability.NAMESPACE)
        .endMetadata()
        .withData(contents)
        .build();
  }

  // A key holds no slash; the folder comes back where the ConfigMap is mounted.
  private static String key(Path folder, Path file) {
    return folder.relativize(file).toString().replace('/', '_');
  }

  private Pod pod(Path folder, List<String> words) {
    List<String> command = new ArrayList<>(List.of("/bin/promtool"));
    command.addAll(words);
    List<KeyToPath> items =
        new FileTree(folder)
            .files().stream()
                .map(
                    file ->
                        new KeyToPathBuilder()
                            .withKey(key(folder, file))
                            .withPath(folder.relativize(file).toString())
                            .build())
                .toList();
    return new PodBuilder()
        .withNewMetadata()
        .withName(NAME)
        .withNamespace(Observability.NAMESPACE)
        .endMetadata()
        .withNewSpec()
        .withRestartPolicy("Never")
        .withAutomountServiceAccountToken(false)
        .withSecurityContext(Restricted.pod(NOBODY))
        .addNewContainer()
        .withName(NAME)
        .withImage(image)
        .withImagePullPolicy("IfNotPresent")
        .withCommand(command)
        .withWorkingDir("/rules")
        .withSecurityContext(Restricted.container())
        .addNewVolumeMount()
        .withName("rules")
        .withMountPath("/rules")
        .endVolumeMount()
        .addNewVolumeMount()
        .withName("tmp")
        .withMountPath("/tmp")
        .endVolumeMount()
        .endContainer()
        .addNewVolume()
        .withName("rules")
        .withNewConfigMap()
        .withName(NAME)
        .withItems(items)
        .endConfigMap()
        .endVolume()
        .addNewVolume()
        .withName("tmp")
        .withNewEmptyDir()
        .endEmptyDir()
        .endVolume()
        .endSpec()
        .build();
  }
}
