package io.tenantproof.vector;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Proof;
import io.tenantproof.probe.LeavingNothing;
import io.tenantproof.probe.Leftovers;
import io.tenantproof.probe.Run;
import io.tenantproof.progress.Progress;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.wait.Together;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tries all vectors on a live cluster, all families at once, and leaves nothing behind: not when it
 * fails and not when it is interrupted.
 *
 * @param cluster that is looked at
 * @param families of vectors
 * @param progress is told each step
 */
public record Prover(Cluster cluster, List<Vectors> families, Progress progress) {

  /** Copies what it is given. */
  public Prover {
    families = List.copyOf(families);
  }

  /** Tries all of them on these tenants. */
  public Proof prove(List<Tenant> tenants) {
    Instant begin = Clock.systemUTC().instant();
    Run run = Run.begin();
    return new LeavingNothing(() -> undo(run))
        .does(
            () -> {
              cluster.nodes().stream().map(StandIns::new).forEach(StandIns::add);
              List<Finding> findings = explore(prepare(run, tenants));
              return new Proof(
                  cluster.name(),
                  cluster.kubernetesVersion(),
                  tenants.stream().map(Tenant::name).toList(),
                  begin,
                  Duration.between(begin, Clock.systemUTC().instant()),
                  findings);
            });
  }

  private Ground prepare(Run run, List<Tenant> tenants) {
    try (Progress.Step step = progress.begin("probes")) {
      Ground ground = new Preparation(cluster, run, tenants, Optional.empty()).ground();
      step.done(
          ground.probes().troubles().isEmpty()
              ? "%d run".formatted(ground.probes().running().size())
              : String.join("; ", ground.probes().troubles().values()));
      return ground;
    }
  }

  private List<Finding> explore(Ground ground) {
    try (Progress.Step step = progress.begin("vectors")) {
      List<Finding> findings = Together.each(families, family -> family.explore(ground));
      step.done("%d findings".formatted(findings.size()));
      return findings;
    }
  }

  private void undo(Run run) {
    new Leftovers(cluster.client()).remove(run);
    cluster.nodes().stream().map(StandIns::new).forEach(StandIns::remove);
  }
}
