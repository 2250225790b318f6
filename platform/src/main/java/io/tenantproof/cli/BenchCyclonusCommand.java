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
import picocli.CommandLine.Mixin;
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

  @Spec private @Nullable CommandSpec spec;

  @Mixin private RoundsOption rounds = new RoundsOption();

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
    int times = rounds.checked(command.commandLine());
    if (tenants < 2 || tenants > BenchIsolationCommand.MOST) {
      throw new ParameterException(
          command.commandLine(),
          "--tenants: expected a number from 2 to %d, found %d."
              .formatted(BenchIsolationCommand.MOST, tenants));
    }
    Kit kit = TenantProof.kit(command);
    PrintWriter out = command.commandLine().getOut();
    List<Duel> duels;
    try (Cluster cluster = new RunningCluster(kit).attach();
        ConsoleProgress progress = TenantProof.progress(TenantProof.people(command, json))) {
      Growth proof =
          new Growth(cluster, kit.gitops(), Families.named(List.of("network")), Progress.silent());
      duels = new CyclonusBench(kit, cluster, proof, progress).measure(times, tenants);
    }
    DuelText text = new DuelText(duels);
    new BenchFiles(kit).keep("cyclonus", text.json());
    out.print(json ? text.json() + "\n" : text.table());
    out.flush();
    return Duel.areGood(duels) ? 0 : 1;
  }
}
