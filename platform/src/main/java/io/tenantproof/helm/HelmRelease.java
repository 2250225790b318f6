package io.tenantproof.helm;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.ServerSide;
import io.tenantproof.file.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A chart of the kit in a namespace of the cluster.
 *
 * @param name of the release
 * @param namespace it is in, which exists
 * @param chart the chart's folder
 * @param values over the chart's own; may hold passwords, so they are never printed
 */
public record HelmRelease(String name, String namespace, Path chart, Map<String, Object> values) {

  private static final Duration SERVED = Duration.ofSeconds(60);

  /** Copies what it is given. */
  public HelmRelease {
    values = Map.copyOf(values);
  }

  /**
   * Installs the chart or upgrades it to what it is now, unless the cluster has exactly that. Its
   * CRDs are applied first and on the server: Helm leaves those of an upgrade alone, and the
   * largest are too big for its way.
   *
   * @return whether it was installed; false when all was there, unchanged
   * @throws ReleaseFailed with Helm's words
   */
  public boolean apply(Cluster cluster) {
    Receipts receipts = new Receipts(cluster.client(), namespace, name);
    String fingerprint = Fingerprint.of(chart, values);
    if (receipts.hold(fingerprint)) {
      return false;
    }
    // A run that is broken off must not leave the receipt of the one before.
    receipts.forget();
    List<HasMetadata> definitions = definitions(cluster.client());
    definitions.forEach(one -> ServerSide.apply(cluster.client(), one));
    new OnceServed(SERVED)
        .run(
            name,
            () -> {
              forgetUnfinished(cluster.client());
              upgrade(cluster);
            });
    receipts.keep(fingerprint, definitions);
    return true;
  }

  /** Removes what was installed under a name; what is not there is fine. */
  public static void remove(Cluster cluster, String name, String namespace) {
    try {
      Helm.uninstall(name)
          .ignoreNotFound()
          .withNamespace(namespace)
          .withKubeConfig(cluster.kubeconfig())
          .call();
    } finally {
      EndingSignals.giveBackToTheJvm();
    }
  }

  private void upgrade(Cluster cluster) {
    try {
      Path file = valuesFile();
      try {
        // Without resetValues, Helm goes on with the values of the release where none are given.
        new Helm(chart)
            .upgrade()
            .install()
            .resetValues()
            .skipCrds()
            .withName(name)
            .withNamespace(namespace)
            .withKubeConfig(cluster.kubeconfig())
            .withValuesFile(file)
            .call();
      } finally {
        EndingSignals.giveBackToTheJvm();
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the values of " + name + " can't be written", e);
    } catch (RuntimeException e) {
      throw new ReleaseFailed(
          "The chart %s could not be installed as %s in the namespace %s: %s"
              .formatted(chart.getFileName(), name, namespace, e.getMessage()),
          e);
    }
  }

  private List<HasMetadata> definitions(KubernetesClient client) {
    List<HasMetadata> definitions = new ArrayList<>();
    for (Path file : new FileTree(chart.resolve("crds")).files()) {
      try (InputStream content = Files.newInputStream(file)) {
        definitions.addAll(client.load(content).items());
      } catch (IOException e) {
        throw new UncheckedIOException(file + " can't be read", e);
      }
    }
    return definitions;
  }

  // A run that was killed leaves a release "pending", which Helm refuses to go on from. Helm keeps
  // each revision as a Secret (https://helm.sh/docs/topics/advanced/#storage-backends).
  private void forgetUnfinished(KubernetesClient client) {
    for (String status : List.of("pending-install", "pending-upgrade", "pending-rollback")) {
      client
          .secrets()
          .inNamespace(namespace)
          .withLabels(Map.of("owner", "helm", "name", name, "status", status))
          .delete();
    }
  }

  private Path valuesFile() throws IOException {
    // A temporary file is readable by its owner only.
    Path file = Files.createTempFile(name, ".yaml");
    YAMLMapper.builder().build().writeValue(file.toFile(), values);
    return file;
  }
}
