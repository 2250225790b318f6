package io.tenantproof.cli;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.mutation.MutationRun;
import io.tenantproof.mutation.MutationText;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.RunningCluster;
import io.tenantproof.progress.ConsoleProgress;
import java.io.PrintWriter;
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

  @Option(names = "--json", description = "print one JSON object instead of a list")
  private boolean json;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    Kit kit = TenantProof.kit(command);
    PrintWriter out = command.commandLine().getOut();
    MutationText text;
    try (Cluster cluster = new RunningCluster(kit).attach();
        ConsoleProgress progress = TenantProof.progress(TenantProof.people(command, json))) {
      text = new MutationText(new MutationRun(cluster, kit.gitops(), progress, only).run());
    }
    out.print(json ? text.json() + "\n" : text.forPeople());
    out.flush();
    return text.isGood() ? 0 : 1;
  }
}
