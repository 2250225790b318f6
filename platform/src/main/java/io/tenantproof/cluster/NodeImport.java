package io.tenantproof.cluster;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Images that come to a node while it runs. What is there when it starts it imports by itself.
 *
 * @param node that gets them
 */
public record NodeImport(NodeContainer node) {

  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** Imports an archive in the format of {@code docker save}; the copy in the node is removed. */
  public void of(Path archive) {
    String name = String.valueOf(archive.getFileName());
    node.copyIn(archive, "/tmp");
    node.run(
        LONGEST,
        "sh",
        "-c",
        "ctr --namespace k8s.io images import /tmp/%1$s; code=$?; rm /tmp/%1$s; exit $code"
            .formatted(name));
  }
}
