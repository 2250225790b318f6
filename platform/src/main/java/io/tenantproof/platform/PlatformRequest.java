package io.tenantproof.platform;

import java.nio.file.Path;
import java.util.Map;

/**
 * What platform is wanted.
 *
 * @param cluster name of the cluster, as in "demo"
 * @param folder where its kubeconfig and its other files are
 * @param ports port of the node to port on loopback
 * @param outlivesJvm whether the cluster goes on when this JVM ends
 */
public record PlatformRequest(
    String cluster, Path folder, Map<Integer, Integer> ports, boolean outlivesJvm) {

  /** The name of the cluster that test runs use again. */
  public static final String REUSED = "reused";

  /** Copies what it is given. */
  public PlatformRequest {
    ports = Map.copyOf(ports);
  }

  /** How programs reach the cluster. */
  public Path kubeconfig() {
    return folder.resolve("kubeconfig");
  }
}
