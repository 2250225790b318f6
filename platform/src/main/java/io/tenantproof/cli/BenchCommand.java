package io.tenantproof.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the kit. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "Measure the kit: boot, growth, isolation and window of the running cluster, its proof"
            + " beside Cyclonus, workload, endurance; a page of all.",
    subcommands = {
      BenchBootCommand.class,
      BenchCyclonusCommand.class,
      BenchEnduranceCommand.class,
      BenchGrowthCommand.class,
      BenchIsolationCommand.class,
      BenchReportCommand.class,
      BenchWindowCommand.class,
      BenchWorkloadCommand.class
    })
final class BenchCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(),
        "Name what to measure: boot, cyclonus, endurance, growth, isolation, window or"
            + " workload; or report.");
  }
}
