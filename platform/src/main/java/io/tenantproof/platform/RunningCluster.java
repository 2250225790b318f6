package io.tenantproof.platform;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.ClusterRequest;
import io.tenantproof.cluster.NodeContainer;
import io.tenantproof.progress.Progress;
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
   * The same cluster for somebody who only reads: of an existing one no rights are asked for.
   *
   * @throws PlatformFailed when there is none
   */
  public Cluster look() {
    ClusterSource source = ClusterSource.of(kit.settings());
    if (source.needsEngine()) {
      return attach();
    }
    Path copy = new Demo(kit).folder().resolve("rollout/kubeconfig");
    return source
        .provider(
            kit.settings(),
            () -> {
              throw new IllegalStateException("an existing cluster needs no engine");
            })
        .provide(new ClusterRequest("", "", Path.of(""), copy, Map.of(), true));
  }
}
