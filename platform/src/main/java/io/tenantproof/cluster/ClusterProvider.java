package io.tenantproof.cluster;

/** Where a cluster comes from. */
public sealed interface ClusterProvider
    permits TestcontainersProvider, K3dProvider, KubeconfigProvider {

  /**
   * Starts the cluster, or attaches to it where it is there.
   *
   * @return the cluster, whose API server answers
   * @throws ClusterUnavailable when there is none in the end, with what was seen last
   */
  Cluster provide(ClusterRequest request);

  /** Whether the provider starts nodes of its own, from the node image. */
  boolean startsNodes();
}
