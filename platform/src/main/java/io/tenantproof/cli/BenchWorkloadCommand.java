package io.tenantproof.cli;

import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.platform.Kit;
import io.tenantproof.progress.ConsoleProgress;
import io.tenantproof.workload.WorkloadBench;
import io.tenantproof.workload.WorkloadText;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the tenants' workload beside podinfo. */
@Command(
    name = "workload",
    mixinStandardHelpOptions = true,
    description =
        "Measure the tenants' workload beside podinfo in containers of this machine's engine, under"
            + " the same limits and in turns: throughput, latency, first answer, memory, size.",
    exitCodeList = {
      "0:measured, and each request was answered",
      "1:a request was not answered, or nothing could be measured",
      "2:wrong usage or setting"
    })
final class BenchWorkloadCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Mixin private RoundsOption rounds = new RoundsOption();

  @Option(names = "--json", description = "print one JSON object instead of a table")
  private boolean json;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    int times = rounds.checked(command.commandLine());
    Kit kit = TenantProof.kit(command);
    PrintWriter out = command.commandLine().getOut();
    WorkloadText text;
    try (ConsoleProgress progress = TenantProof.progress(TenantProof.people(command, json));
        ContainerEngine engine = kit.engine(progress)) {
      text = new WorkloadText(new WorkloadBench(kit, progress).measure(engine, times));
    }
    new BenchFiles(kit).keep("workload", text.json());
    out.print(json ? text.json() + "\n" : text.table());
    out.flush();
    return text.isGood() ? 0 : 1;
  }
}
