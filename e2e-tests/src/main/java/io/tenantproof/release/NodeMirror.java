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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/**
 * Where a node pulls the images of a registry from that has another address for it. containerd
 * reads it at each pull (https://github.com/containerd/containerd/blob/main/docs/hosts.md).
 *
 * @param node whose containerd it is
 * @param registry as images name it
 */
record NodeMirror(NodeContainer node, String registry) implements AutoCloseable {

  private static final String FOLDER = "/etc/containerd/certs.d";
  private static final Duration MOMENT = Duration.ofSeconds(20);
  private static final int DIGEST = 2;

  /** The node of a platform; a test on another cluster is skipped with the reason. */
  static NodeMirror of(Platform platform, String registry) {
    Assumptions.assumeTrue(
        platform.cluster().node().isPresent(),
        "SKIPPED: the nodes of a cluster that is not the kit's own are given no registry");
    Assumptions.assumeTrue(
        platform.cluster().nodes().size() == 1,
        "SKIPPED: nodes on a network of their own do not reach the registry of the test");
    NodeMirror mirror = new NodeMirror(platform.cluster().node().orElseThrow(), registry);
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
   * Leads the node to the registry.
   *
   * @param address as the node reaches it
   */
  void lead(URI address, Path scratch) {
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

  /** The node forgets the registry and what it has pulled from it; what runs goes on. */
  @Override
  public void close() {
    node.run(MOMENT, "rm", "-rf", "%s/%s".formatted(FOLDER, registry));
    List<String> pulled = pulled();
    if (!pulled.isEmpty()) {
      List<String> words =
          new ArrayList<>(List.of("ctr", "--namespace", "k8s.io", "images", "remove"));
      words.addAll(pulled);
      var _ = node.run(MOMENT, words.toArray(String[]::new));
    }
  }

  // By name, by digest and by the id that the kubelet knows it by.
  private List<String> pulled() {
    List<String[]> all =
        node.run(MOMENT, "ctr", "--namespace", "k8s.io", "images", "list")
            .lines()
            .map(line -> line.split("\\s+"))
            .filter(row -> row.length > DIGEST)
            .toList();
    Set<String> digests =
        all.stream()
            .filter(row -> row[0].startsWith(registry + "/"))
            .map(row -> row[DIGEST])
            .collect(Collectors.toSet());
    return all.stream()
        .filter(row -> digests.contains(row[DIGEST]))
        .map(row -> row[0])
        .filter(name -> name.startsWith(registry + "/") || name.startsWith("sha256:"))
        .toList();
  }
}
