package io.tenantproof.growth;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.platform.GitServer;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.PlatformFailed;
import io.tenantproof.platform.Source;
import io.tenantproof.probe.LeavingNothing;
import io.tenantproof.progress.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What more tenants cost a platform that runs: they come as files of the GitOps tree, as a
 * customer's would, and go again in the end, when it fails and when it is interrupted.
 *
 * @param kit whose platform it is
 * @param cluster it runs in
 * @param progress is told each step
 */
public record PlatformGrowth(Kit kit, Cluster cluster, Progress progress) {

  /**
   * Measures each number of tenants; those that are there count.
   *
   * @param sizes ascending
   * @throws PlatformFailed when they can't be, before anything is changed
   * @throws io.tenantproof.wait.NotMet with what was seen last when they do not settle
   */
  public List<Stage> measure(List<Integer> sizes) {
    if (!Source.of(kit.settings()).inCluster()) {
      throw new PlatformFailed(
          "The tenants of a remote repository are its owners': growth is measured where Argo CD"
              + " reads the git server in the cluster.");
    }
    try (GitServer.Session session = new GitServer(cluster).open()) {
      GrowingTree tree = new GrowingTree(session);
      Room room = new Room(cluster.client());
      room.require(sizes.getLast() - tree.tenants().size());
      return new LeavingNothing(() -> leave(tree)).does(() -> stages(tree, room, sizes));
    }
  }

  private List<Stage> stages(GrowingTree tree, Room room, List<Integer> sizes) {
    Settling settling = new Settling(kit, cluster);
    List<Stage> all = new ArrayList<>();
    for (int size : sizes) {
      try (Progress.Step step = progress.begin("%d tenants".formatted(size))) {
        int before = tree.tenants().size();
        Duration settled = settling.time(() -> tree.growTo(size), tree::tenants, step);
        Duration known = settling.time(tree::changeNothing, tree::tenants, step);
        Stage stage =
            new Stage(size, size - before, settled, known, room.pods(), room.usedMemoryMib());
        step.done("%.1f s".formatted(settled.toMillis() / 1000.0));
        all.add(stage);
      }
    }
    try (Progress.Step step = progress.begin("they go again")) {
      settling.gone(tree, step);
      step.done("their namespaces are gone");
    }
    return List.copyOf(all);
  }

  // Argo CD takes away what the files had it make, be this command still there or not.
  private void leave(GrowingTree tree) {
    if (!tree.grown().isEmpty()) {
      try (Progress.Step step = progress.begin("the tenants that were added are taken back")) {
        tree.takeBack();
        new Settling(kit, cluster).tell(tree.tenants());
        step.done("Argo CD takes away the rest");
      }
    }
  }
}
