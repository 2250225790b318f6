package io.tenantproof.cli;

import io.tenantproof.boot.Boot;
import io.tenantproof.boot.BootJson;
import io.tenantproof.boot.BootReader;
import io.tenantproof.boot.BootText;
import io.tenantproof.boot.Suite;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.PlatformUp;
import io.tenantproof.platform.RunningCluster;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells how the platform that runs came up. */
@Command(
    name = "boot",
    mixinStandardHelpOptions = true,
    description =
        "Tell how the running platform came up, milestone by milestone, by what the engine and"
            + " Kubernetes have recorded, and what the time of the last run of the specs went to."
            + " Nothing is started again.",
    exitCodeList = {
      "0:told",
      "1:no platform runs, or its node was started again since",
      "2:wrong usage or setting"
    })
final class BenchBootCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "print one JSON object instead of a table")
  private boolean json;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    Kit kit = TenantProof.kit(command);
    BenchFiles files = new BenchFiles(kit);
    Optional<Suite> suite = files.suite();
    Boot boot;
    try (Cluster cluster = new RunningCluster(kit).look()) {
      boot = new BootReader(cluster, PlatformUp.wait(kit)).read();
    }
    String facts = BootJson.of(boot, suite);
    files.keep("boot", facts);
    PrintWriter out = command.commandLine().getOut();
    out.print(json ? facts + "\n" : new BootText(boot, suite).table());
    out.flush();
    return 0;
  }
}
