package io.tenantproof.cli;

import io.tenantproof.bench.Growth;
import io.tenantproof.bench.GrowthText;
import io.tenantproof.bench.Size;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.RunningCluster;
import io.tenantproof.progress.ConsoleProgress;
import io.tenantproof.vector.Vectors;
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

/** Measures how long a proof takes by the number of tenants. */
@Command(
    name = "isolation",
    mixinStandardHelpOptions = true,
    description =
        "Measure how long a proof takes by the number of tenants, with throw-away tenants of the"
            + " kit's chart on the running cluster.",
    exitCodeList = {
      "0:measured",
      "1:a way was not as it must be, so that the figures say nothing; which is printed",
      "2:wrong usage or setting"
    })
final class BenchIsolationCommand implements Callable<Integer> {

  // Three probes each, and a node takes 110 pods.
  static final int MOST = 24;

  // What the others try needs Applications and views that throw-away tenants do not have.
  private static final List<String> FAMILIES = List.of("network");

  @Spec private @Nullable CommandSpec spec;

  @Mixin private FamilyOptions families = new FamilyOptions();

  @Option(
      names = "--tenants",
      paramLabel = "N",
      split = ",",
      defaultValue = "2,5,10,20",
      description = "how many tenants, one measurement each [${DEFAULT-VALUE}]")
  private List<Integer> sizes = List.of();

  @Option(names = "--json", description = "print one JSON object instead of a table")
  private boolean json;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    for (int size : sizes) {
      if (size < 2 || size > MOST) {
        throw new ParameterException(
            command.commandLine(),
            "--tenants: expected numbers from 2 to %d, found %d.".formatted(MOST, size));
      }
    }
    List<Vectors> chosen = families.chosenOr(command.commandLine(), FAMILIES);
    Kit kit = TenantProof.kit(command);
    PrintWriter out = command.commandLine().getOut();
    List<Size> measured;
    try (Cluster cluster = new RunningCluster(kit).attach();
        ConsoleProgress progress = TenantProof.progress(TenantProof.people(command, json))) {
      measured = new Growth(cluster, kit.gitops(), chosen, progress).measure(sizes);
    }
    String facts = GrowthText.json(measured);
    new BenchFiles(kit).keep("isolation", facts);
    out.print(json ? facts + "\n" : GrowthText.table(measured));
    out.flush();
    return measured.stream().allMatch(one -> one.bad().isEmpty()) ? 0 : 1;
  }
}
