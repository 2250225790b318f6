package io.tenantproof.platform;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.ClusterRequest;
import io.tenantproof.cluster.KubeconfigProvider;
import io.tenantproof.engine.ContainerEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster that is up already: the demo's, or the one that the settings name. Nothing in it is
 * changed.
 *
 * @param kit whose settings count
 */
public record RunningCluster(Kit kit) {

  /**
   * Connects to it.
   *
   * @throws PlatformFailed when none is up, with the cure
   */
  public Cluster open() {
    ClusterSource source = ClusterSource.of(kit.settings());
    ClusterRequest request =
        new ClusterRequest(
            "",
            "",
            Path.of(""),
            new Demo(kit).folder().resolve("rollout/kubeconfig"),
            Map.of(),
            true);
    if (!source.needsEngine()) {
      return source.provider(kit.settings(), RunningCluster::noEngine).provide(request);
    }
    Path kubeconfig = new Demo(kit).folder().resolve("kubeconfig");
    if (!Files.exists(kubeconfig)) {
      throw new PlatformFailed(
          "No demo is up: expected its kubeconfig %s. Start it with `make demo`, or name a cluster with TENANTPROOF_PROVIDER=kubeconfig."
              .formatted(kubeconfig));
    }
    return new KubeconfigProvider(kubeconfig, Optional.empty()).provide(request);
  }

  private static ContainerEngine noEngine() {
    throw new IllegalStateException("an existing cluster needs no engine");
  }
}
