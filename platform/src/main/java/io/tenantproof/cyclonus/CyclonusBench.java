package io.tenantproof.cyclonus;

import io.tenantproof.bench.Growth;
import io.tenantproof.bench.Size;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.NodeImport;
import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.image.CachedImage;
import io.tenantproof.image.ImageShop;
import io.tenantproof.image.Images;
import io.tenantproof.platform.Kit;
import io.tenantproof.probe.Leftovers;
import io.tenantproof.probe.Run;
import io.tenantproof.progress.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * The kit's proof of the network's ways beside Cyclonus' probe: the same cluster, in turns, so that
 * what the machine does meanwhile falls on both. It leaves nothing behind.
 *
 * @param kit with the images
 * @param cluster with a platform
 * @param proof what the kit measures of its own
 * @param progress is told each turn
 */
public record CyclonusBench(Kit kit, Cluster cluster, Growth proof, Progress progress) {

  private static final String CYCLONUS = "mfenwick100/cyclonus";
  private static final String AGNHOST = "registry.k8s.io/e2e-test-images/agnhost";

  /**
   * Measures so many rounds.
   *
   * @param tenants that the kit proves
   */
  public List<Duel> measure(int rounds, int tenants) {
    bring();
    new Leftovers(cluster.client()).removeExpired();
    String image = kit.shop().catalogue().called(CYCLONUS).getFirst().image().toString();
    List<Duel> duels = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      try (Progress.Step step = progress.begin("round %d of %d".formatted(round, rounds))) {
        step.detail("the kit");
        Size own = proof.measure(tenants);
        step.detail("Cyclonus");
        Probed other = probed(image);
        step.done(
            "the kit %.1f ms a way, Cyclonus %.1f ms a check"
                .formatted(own.perFinding(), other.perCheck()));
        duels.add(new Duel(own, other));
      }
    }
    return List.copyOf(duels);
  }

  private Probed probed(String image) {
    Run run = Run.begin();
    return new Leftovers(cluster.client())
        .leavingNothing(run, () -> new CyclonusPod(cluster.client(), run, image).probe());
  }

  // A cluster that is not ours gets them by itself, or says that it can't.
  private void bring() {
    if (cluster.nodes().isEmpty()) {
      return;
    }
    try (ContainerEngine engine = kit.engine(progress)) {
      ImageShop shop = kit.shop();
      Images images = Images.of(shop, engine);
      for (String name : List.of(CYCLONUS, AGNHOST)) {
        CachedImage image = images.tool(shop.catalogue(), name, progress);
        cluster.nodes().forEach(node -> new NodeImport(node).of(image.archive()));
      }
    }
  }
}
