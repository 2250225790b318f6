package io.tenantproof.cluster;

import java.nio.file.Path;
import java.util.Map;

/**
 * What cluster is wanted.
 *
 * @param name of the cluster, as in "demo"
 * @param nodes how many nodes it has, for providers that start them
 * @param nodeImage the image of its node, for providers that start one
 * @param images a folder of image archives that the node imports before pods start
 * @param kubeconfig where its kubeconfig is written
 * @param ports port of the node to port on loopback, for pages that people open
 * @param outlivesJvm whether it goes on when this JVM ends
 */
public record ClusterRequest(
    String name,
    int nodes,
    String nodeImage,
    Path images,
    Path kubeconfig,
    Map<Integer, Integer> ports,
    boolean outlivesJvm) {

  /** Copies what it is given. */
  public ClusterRequest {
    ports = Map.copyOf(ports);
  }
}
