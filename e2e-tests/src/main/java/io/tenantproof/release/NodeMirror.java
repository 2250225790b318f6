package io.tenantproof.release;

import io.tenantproof.cluster.ClusterUnavailable;
import io.tenantproof.cluster.NodeContainer;
import io.tenantproof.platform.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;

/**
 * Where a node pulls the images of a registry from that has another address for it. containerd
 * reads it at each pull (https://github.com/containerd/containerd/blob/main/docs/hosts.md).
 *
 * @param node whose containerd it is
 */
record NodeMirror(NodeContainer node) {

  private static final String FOLDER = "/etc/containerd/certs.d";
  private static final Duration MOMENT = Duration.ofSeconds(10);

  /** The node of a platform; a test on another cluster is skipped with the reason. */
  static NodeMirror of(Platform platform) {
    Assumptions.assumeTrue(
        platform.cluster().node().isPresent(),
        "SKIPPED: the nodes of a cluster that is not the kit's own are given no registry");
    NodeMirror mirror = new NodeMirror(platform.cluster().node().orElseThrow());
    Assumptions.assumeTrue(
        mirror.isRead(), "SKIPPED: the node's containerd does not read " + FOLDER);
    return mirror;
  }

  private boolean isRead() {
    try {
      return node.run(MOMENT, "ls", FOLDER).contains("_default");
    } catch (ClusterUnavailable absent) {
      return false;
    }
  }

  /**
   * Leads the node to a registry.
   *
   * @param registry as images name it
   * @param address as the node reaches it
   */
  void lead(String registry, URI address, Path scratch) {
    try {
      Path folder = Files.createDirectories(scratch.resolve(registry));
      Files.writeString(
          folder.resolve("hosts.toml"),
          """
          server = '%1$s'
          [host.'%1$s']
            capabilities = ['pull', 'resolve']
          """
              .formatted(address));
      node.copyIn(folder, FOLDER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
