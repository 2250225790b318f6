package io.tenantproof.cli;

import io.tenantproof.bench.Growth;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.cyclonus.CyclonusBench;
import io.tenantproof.cyclonus.Duel;
import io.tenantproof.cyclonus.DuelText;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.RunningCluster;
import io.tenantproof.progress.ConsoleProgress;
import io.tenantproof.progress.Progress;
import io.tenantproof.vector.Families;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the proof of the network beside Cyclonus. */
@Command(
    name = "cyclonus",
    mixinStandardHelpOptions = true,
    description =
        "Measure the proof of the network's ways beside Cyclonus' probe, in turns on the running"
            + " cluster, with throw-away namespaces.",
    exitCodeList = {
      "0:measured",
      "1:something was not as it must be, so that the figures say nothing; which is printed",
      "2:wrong usage or setting"
    })
final class BenchCyclonusCommand implements Callable<Integer> {

  private static final int MOST_ROUNDS = 20;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "how often each is measured; the median counts [${DEFAULT-VALUE}]")
  private int rounds;

  @Option(
      names = "--tenants",
      paramLabel = "N",
      defaultValue = "2",
      description = "how many tenants the kit proves [${DEFAULT-VALUE}]")
  private int tenants;

  @Option(names = "--json", description = "print one JSON object instead of a table")
  private boolean json;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    within(command, "--rounds", rounds, 1, MOST_ROUNDS);
    within(command, "--tenants", tenants, 2, BenchIsolationCommand.MOST);
    Kit kit = TenantProof.kit(command);
    PrintWriter out = command.commandLine().getOut();
    List<Duel> duels;
    try (Cluster cluster = new RunningCluster(kit).attach();
        ConsoleProgress progress = TenantProof.progress(TenantProof.people(command, json))) {
      Growth proof =
          new Growth(cluster, kit.gitops(), Families.named(List.of("network")), Progress.silent());
      duels = new CyclonusBench(kit, cluster, proof, progress).measure(rounds, tenants);
    }
    DuelText text = new DuelText(duels);
    new BenchFiles(kit).keep("cyclonus", text.json());
    out.print(json ? text.json() + "\n" : text.table());
    out.flush();
    return Duel.areGood(duels) ? 0 : 1;
  }

  private static void within(CommandSpec command, String option, int given, int least, int most) {
    if (given < least || given > most) {
      throw new ParameterException(
          command.commandLine(),
          "%s: expected a number from %d to %d, found %d.".formatted(option, least, most, given));
    }
  }
}
