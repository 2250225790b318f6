package io.tenantproof.cli;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.console.Terminal;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.RunningCluster;
import io.tenantproof.settings.Setting;
import io.tenantproof.status.PlatformStatus;
import io.tenantproof.status.StatusJson;
import io.tenantproof.status.StatusReader;
import io.tenantproof.status.StatusText;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at the platform that runs. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Say how the platform is that runs: its cluster, tenants, components and pages.",
    exitCodeList = {
      "0:all Applications are Synced and Healthy",
      "1:one is not, or no platform runs; which and why is printed",
      "2:wrong usage or setting"
    })
final class StatusCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    Kit kit = TenantProof.kit(command);
    PlatformStatus status;
    try (Cluster cluster = new RunningCluster(kit).look()) {
      status = new StatusReader(cluster, kit.settings().get(Setting.PROVIDER)).read();
    }
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.println(StatusJson.of(status));
    } else {
      out.print(new StatusText(Terminal.ofThisJvm().width()).of(status));
    }
    out.flush();
    return status.isGood() ? 0 : 1;
  }
}
