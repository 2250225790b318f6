package io.tenantproof.platform;

import io.tenantproof.cluster.K3dProvider;
import io.tenantproof.cluster.NodeContainer;
import io.tenantproof.cluster.NodeGroup;
import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.file.FileTree;
import io.tenantproof.progress.Progress;
import io.tenantproof.settings.Setting;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.NotMet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The platform that a person tries: it goes on when the command has ended, until it is taken down.
 *
 * @param kit whose platform it is
 */
public record Demo(Kit kit) {

  private static final String CLUSTER = "demo";
  private static final Duration REPLACED = Duration.ofSeconds(40);

  /**
   * What a person needs to go on.
   *
   * @param pages to open
   * @param glimpses what each tenant's metrics and logs say
   * @param kubeconfig how programs reach the cluster
   * @param container the node's name in the engine; empty for a cluster of somebody else
   * @param fresh whether this run has started the cluster
   */
  public record Tour(
      List<Pages.Page> pages,
      List<Glimpse> glimpses,
      Path kubeconfig,
      Optional<String> container,
      boolean fresh) {}

  /**
   * The demo's own files. A cluster of somebody else has another folder: a look at that one must
   * not take the kubeconfig of a demo that runs.
   */
  public Path folder() {
    return kit.home()
        .resolve(
            ClusterSource.of(kit.settings()) == ClusterSource.KUBECONFIG
                ? "target/existing"
                : "target/demo");
  }

  /**
   * Brings it up, or to what the working tree is now.
   *
   * <p>A run that fails or is interrupted takes away the cluster that it has started; one that was
   * there before stays.
   */
  public Tour up(Progress progress) {
    ClusterSource source = ClusterSource.of(kit.settings());
    Pages pages = Pages.of(kit.settings());
    boolean there = source.needsEngine() && node().isPresent();
    if (source.needsEngine() && !there) {
      pages.requireFree();
    }
    Thread undo = Thread.ofPlatform().unstarted(Demo::remove);
    boolean undoing =
        source == ClusterSource.TESTCONTAINERS
            && !there
            && kit.settings().choice(Setting.KEEP, Keep.class) == Keep.NEVER;
    if (undoing) {
      Runtime.getRuntime().addShutdownHook(undo);
    }
    Tour tour = upNow(progress, source, pages);
    if (undoing) {
      Runtime.getRuntime().removeShutdownHook(undo);
    }
    return tour;
  }

  private Tour upNow(Progress progress, ClusterSource source, Pages pages) {
    PlatformRequest request =
        new PlatformRequest(
            CLUSTER, folder(), source.needsEngine() ? pages.ports() : Map.of(), true);
    try (Platform platform = new PlatformUp(kit, request, progress).run()) {
      try (Progress.Step step = progress.begin("pages")) {
        if (platform.cluster().node().isPresent()) {
          awaitReplaced(platform, step);
        }
        List<Pages.Page> open =
            platform
                .cluster()
                .node()
                .map(node -> pages.open(node, platform.tenants(), platform.stack()))
                .orElse(List.of());
        step.done(open.isEmpty() ? "none: the cluster is not the kit's own" : "on loopback");
        return new Tour(
            open,
            new Glimpses(platform.cluster(), platform.tenants()).read(progress),
            platform.cluster().kubeconfig(),
            platform.cluster().node().map(node -> "tenantproof-" + node.cluster()),
            platform.createdCluster());
      }
    }
  }

  // A page leads to one pod for as long as that runs: one that is being replaced would still show
  // what was
  // there before the change that somebody has just made.
  private static void awaitReplaced(Platform platform, Progress.Step step) {
    for (Tenant tenant : platform.tenants()) {
      try {
        Await.atMost(REPLACED)
            .telling(step::detail)
            .until(new Pods(platform.cluster().client(), tenant.namespace()).noneEnding());
      } catch (NotMet late) {
        step.detail(String.valueOf(late.getMessage()));
      }
    }
  }

  /**
   * Takes it down: cluster, volumes, files, what killed test runs left, and the engine if the kit
   * has started it.
   *
   * @return what was removed
   */
  public List<String> down() {
    List<String> removed = new ArrayList<>();
    switch (ClusterSource.of(kit.settings())) {
      case K3D -> {
        new K3dProvider().remove(CLUSTER);
        removed.add("the k3d cluster tenantproof-" + CLUSTER);
        removeNodes(removed);
      }
      // The kit's own clusters are another matter.
      case KUBECONFIG -> removed.addAll(new PlatformDown(kit, folder()).run());
      case TESTCONTAINERS -> removeNodes(removed);
    }
    if (Files.exists(folder())) {
      new FileTree(folder()).delete();
      removed.add(kit.home().relativize(folder()).toString());
    }
    if (ClusterSource.of(kit.settings()).needsEngine() && kit.debianEngine().isOurs()) {
      kit.debianEngine().stop();
      removed.add("the container engine that was started for it");
    }
    return List.copyOf(removed);
  }

  private static void removeNodes(List<String> removed) {
    ContainerEngine.find()
        .ifPresent(
            engine ->
                NodeGroup.removeAll(engine, List.of(CLUSTER, PlatformRequest.REUSED))
                    .forEach(cluster -> removed.add("cluster " + cluster)));
  }

  private static void remove() {
    ContainerEngine.find().ifPresent(engine -> new NodeGroup(engine, CLUSTER).remove());
  }

  static Optional<NodeContainer> node() {
    return ContainerEngine.find().flatMap(engine -> NodeContainer.find(engine, CLUSTER));
  }
}
