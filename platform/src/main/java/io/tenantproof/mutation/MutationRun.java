package io.tenantproof.mutation;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.mutation.Mutant.Result;
import io.tenantproof.probe.Leftovers;
import io.tenantproof.probe.Run;
import io.tenantproof.probe.ThrowAwayTenants;
import io.tenantproof.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Weakens the guardrails one by one, in throw-away tenants, and says which weakenings no vector
 * noticed. It leaves nothing behind: not when it fails and not when it is interrupted.
 *
 * @param cluster with a platform
 * @param gitops the tree with the charts
 * @param progress is told each group
 * @param only mutants whose id has this in it; empty for all
 */
public record MutationRun(Cluster cluster, Path gitops, Progress progress, String only) {

  // Two probes each and a node takes 110 pods; and one API server answers them all.
  private static final int TOGETHER = 12;

  /** All mutants there are, tried. */
  public List<Result> run() {
    new Leftovers(cluster.client()).removeExpired();
    List<Result> results = new ArrayList<>();
    List<Mutant> network =
        PolicyMutants.of(
            new ThrowAwayTenants(cluster.client(), gitops, Run.begin()).of("throw-away"));
    results.addAll(groups("network policies", true, false, run -> network));
    results.addAll(
        groups("rights", false, false, run -> new RightsMutants(cluster.client(), run).all()));
    Run kinds = Run.begin();
    return new Leftovers(cluster.client())
        .leavingNothing(
            kinds,
            () -> {
              new GatewayKinds(cluster.client(), kinds).provide();
              results.addAll(groups("admission and limits", false, true, this::admission));
              return List.copyOf(results);
            });
  }

  private List<Mutant> admission(Run run) {
    List<Mutant> mutants =
        new ArrayList<>(AdmissionMutants.of(new PolicyCopies(cluster.client(), run).originals()));
    mutants.addAll(LimitMutants.of());
    return mutants;
  }

  // What a mutant makes carries the id of the run that tries it, so each group has its own.
  private List<Result> groups(
      String title, boolean probed, boolean copied, Function<Run, List<Mutant>> mutants) {
    List<Result> results = new ArrayList<>();
    int all = wanted(mutants, Run.begin()).size();
    for (int begin = 0; begin < all; begin += TOGETHER) {
      int from = begin;
      int to = Math.min(begin + TOGETHER, all);
      results.addAll(
          group(
              "%s %d to %d of %d".formatted(title, from + 1, to, all),
              probed,
              copied,
              run -> wanted(mutants, run).subList(from, to)));
    }
    return results;
  }

  private List<Mutant> wanted(Function<Run, List<Mutant>> mutants, Run run) {
    return mutants.apply(run).stream().filter(one -> one.id().contains(only)).toList();
  }

  private List<Result> group(
      String title, boolean probed, boolean copied, Function<Run, List<Mutant>> mutants) {
    Run run = Run.begin();
    return new Leftovers(cluster.client())
        .leavingNothing(
            run,
            () -> {
              try (Progress.Step step = progress.begin(title)) {
                List<Mutant> wanted = mutants.apply(run);
                step.detail("%d mutants".formatted(wanted.size()));
                List<Result> results =
                    new MutantGroup(cluster, gitops, run, probed, copied).tryAll(wanted);
                long killed =
                    results.stream().filter(one -> one.fate() == Mutant.Fate.KILLED).count();
                step.done("%d of %d mutants killed".formatted(killed, results.size()));
                return results;
              }
            });
  }
}
