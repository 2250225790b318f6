package io.tenantproof.cli;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.mutation.Mutant;
import io.tenantproof.mutation.MutationRun;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.RunningCluster;
import io.tenantproof.progress.ConsoleProgress;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Weakens the guardrails one by one and says which weakenings nothing notices. */
@Command(
    name = "mutate",
    mixinStandardHelpOptions = true,
    description =
        "Weaken each guardrail in throw-away tenants of the running cluster, and say which"
            + " weakenings no vector notices: a surviving mutant is a missing test.",
    exitCodeList = {
      "0:each weakening was noticed",
      "1:one was not, or none was tried",
      "2:wrong usage or setting"
    })
final class MutateCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Try only mutants whose id has this in it, as in networkpolicy.views.")
  private String only = "";

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    Kit kit = TenantProof.kit(command);
    PrintWriter out = command.commandLine().getOut();
    try (Cluster cluster = new RunningCluster(kit).attach();
        ConsoleProgress progress = TenantProof.progress(out)) {
      List<Mutant.Result> results = new MutationRun(cluster, kit.gitops(), progress, only).run();
      return print(results, out) ? 0 : 1;
    }
  }

  private static boolean print(List<Mutant.Result> results, PrintWriter out) {
    out.println();
    for (Mutant.Result result : results) {
      out.printf(
          "%-9s %s%n          %s%n          %s%n",
          result.fate(), result.mutant().id(), result.mutant().what(), result.reason());
    }
    long killed = count(results, Mutant.Fate.KILLED);
    long survived = count(results, Mutant.Fate.SURVIVED);
    out.printf(
        "%n%d mutants: %d killed, %d survived, %d not run; score %.0f %%%n",
        results.size(),
        killed,
        survived,
        count(results, Mutant.Fate.NOT_RUN),
        killed + survived == 0 ? 0 : 100.0 * killed / (killed + survived));
    out.flush();
    return survived == 0 && killed > 0;
  }

  private static long count(List<Mutant.Result> results, Mutant.Fate fate) {
    return results.stream().filter(one -> one.fate() == fate).count();
  }
}
