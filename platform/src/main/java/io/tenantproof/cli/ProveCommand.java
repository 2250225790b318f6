package io.tenantproof.cli;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Proof;
import io.tenantproof.platform.RunningCluster;
import io.tenantproof.progress.ConsoleProgress;
import io.tenantproof.vector.Families;
import io.tenantproof.vector.LiveTenants;
import io.tenantproof.vector.Prover;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tries to get from each tenant to the others, and says what came of it. */
@Command(
    name = "prove",
    mixinStandardHelpOptions = true,
    description =
        "Prove on the running cluster that no tenant reaches another: each way is tried, and each"
            + " one that is shut has a control that shows it would have been seen open.")
final class ProveCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    PrintWriter out = command.commandLine().getOut();
    try (Cluster cluster = new RunningCluster(TenantProof.kit(command)).attach();
        ConsoleProgress progress = TenantProof.progress(out)) {
      Proof proof =
          new Prover(cluster, Families.all(), progress).prove(LiveTenants.of(cluster.client()));
      print(proof, out);
      return proof.isGood() ? 0 : 1;
    }
  }

  private static void print(Proof proof, PrintWriter out) {
    out.println();
    for (Finding finding : proof.bad()) {
      out.printf(
          "%-9s %-28s %s -> %s (%s)%n          %s%n          see: %s%n",
          finding.verdict(),
          finding.vector().id(),
          finding.from(),
          finding.to(),
          finding.target(),
          finding.reason(),
          finding.vector().guardrail());
    }
    out.printf("%s in %.1f s%n", proof.counts(), proof.took().toMillis() / 1000.0);
    out.flush();
  }
}
