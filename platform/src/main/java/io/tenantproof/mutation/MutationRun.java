package io.tenantproof.mutation;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.mutation.Mutant.Result;
import io.tenantproof.probe.Leftovers;
import io.tenantproof.probe.Run;
import io.tenantproof.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Weakens the guardrails one by one, in throw-away tenants, and says which weakenings no vector
 * noticed. It leaves nothing behind: not when it fails and not when it is interrupted.
 *
 * @param cluster with a platform
 * @param gitops the tree with the charts
 * @param progress is told each group
 */
public record MutationRun(Cluster cluster, Path gitops, Progress progress) {

  // Two probes each; a node takes 110 pods.
  private static final int PROBED = 14;

  /** All mutants there are, tried. */
  public List<Result> run() {
    new Leftovers(cluster.client()).removeExpired();
    List<Result> results = new ArrayList<>();
    List<Mutant> network =
        PolicyMutants.of(new Guardrails(cluster.client(), gitops, Run.begin()).of("throw-away"));
    List<List<Mutant>> parts =
        IntStream.iterate(0, begin -> begin < network.size(), begin -> begin + PROBED)
            .mapToObj(begin -> network.subList(begin, Math.min(begin + PROBED, network.size())))
            .toList();
    for (List<Mutant> part : parts) {
      results.addAll(group("network policies", true, false, run -> part));
    }
    results.addAll(
        group("rights", false, false, run -> new RightsMutants(cluster.client(), run).all()));
    results.addAll(
        group(
            "admission and limits",
            false,
            true,
            run ->
                Stream.concat(
                        AdmissionMutants.of(new PolicyCopies(cluster.client(), run).originals())
                            .stream(),
                        LimitMutants.of().stream())
                    .toList()));
    return List.copyOf(results);
  }

  private List<Result> group(
      String title,
      boolean probed,
      boolean copied,
      java.util.function.Function<Run, List<Mutant>> mutants) {
    Run run = Run.begin();
    Thread undo = Thread.ofPlatform().unstarted(() -> new Leftovers(cluster.client()).remove(run));
    Runtime.getRuntime().addShutdownHook(undo);
    try (Progress.Step step = progress.begin(title)) {
      List<Mutant> wanted = mutants.apply(run);
      step.detail("%d mutants".formatted(wanted.size()));
      List<Result> results = new MutantGroup(cluster, gitops, run, probed, copied).tryAll(wanted);
      long killed = results.stream().filter(one -> one.fate() == Mutant.Fate.KILLED).count();
      step.done("%d of %d mutants killed".formatted(killed, results.size()));
      return results;
    } finally {
      new Leftovers(cluster.client()).remove(run);
      Runtime.getRuntime().removeShutdownHook(undo);
    }
  }
}
