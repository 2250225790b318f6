package io.tenantproof.platform;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.ClusterRequest;
import io.tenantproof.cluster.NodeContainer;
import io.tenantproof.file.FileTree;
import io.tenantproof.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster that runs already.
 *
 * @param kit whose settings say which
 */
public record RunningCluster(Kit kit) {

  /**
   * The cluster that runs: the demo's own, or the one that the settings name.
   *
   * @throws PlatformFailed when there is none
   */
  public Cluster attach() {
    Demo demo = new Demo(kit);
    if (!ClusterSource.of(kit.settings()).needsEngine()) {
      return new ClusterUp(
              kit, new PlatformRequest("", demo.folder(), Map.of(), true), Progress.silent())
          .run()
          .cluster();
    }
    Path kubeconfig = demo.folder().resolve("kubeconfig");
    Optional<NodeContainer> node = Demo.node();
    if (node.isEmpty() || !Files.isReadable(kubeconfig)) {
      throw new PlatformFailed(
          "No demo runs here: start it with `make demo`, or name a cluster with"
              + " --provider=kubeconfig and --kubeconfig.");
    }
    return Cluster.running(node.get(), kubeconfig);
  }

  /**
   * The same cluster for a proof: of an existing one only the rights are asked for that a proof
   * needs.
   *
   * @throws PlatformFailed when there is none, or a right is missing
   */
  public Cluster toProve() {
    Cluster cluster = look();
    if (!ClusterSource.of(kit.settings()).needsEngine()) {
      try {
        Rights.toProve(cluster.client()).require();
      } catch (RuntimeException e) {
        cluster.close();
        throw e;
      }
    }
    return cluster;
  }

  /**
   * The same cluster for somebody who only reads: of an existing one no rights are asked for, and
   * its kubeconfig is kept nowhere.
   *
   * @throws PlatformFailed when there is none
   */
  public Cluster look() {
    ClusterSource source = ClusterSource.of(kit.settings());
    if (source.needsEngine()) {
      return attach();
    }
    // Who looks runs no program that would read the copy, and may have no folder to write to.
    Path folder = privateFolder();
    try {
      return source
          .provider(
              kit.settings(),
              () -> {
                throw new IllegalStateException("an existing cluster needs no engine");
              })
          .provide(
              new ClusterRequest(
                  "", 1, "", Path.of(""), folder.resolve("kubeconfig"), Map.of(), true));
    } finally {
      new FileTree(folder).delete();
    }
  }

  private static Path privateFolder() {
    try {
      return Files.createTempDirectory("tenantproof-");
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no folder can be made in %s; make room there"
              .formatted(System.getProperty("java.io.tmpdir")),
          e);
    }
  }
}
