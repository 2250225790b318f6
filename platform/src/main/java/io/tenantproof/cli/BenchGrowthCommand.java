package io.tenantproof.cli;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.growth.PlatformGrowth;
import io.tenantproof.growth.Stage;
import io.tenantproof.growth.StagesText;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.RunningCluster;
import io.tenantproof.progress.ConsoleProgress;
import io.tenantproof.tenant.TenantTree;
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

/** Measures what more tenants cost the platform. */
@Command(
    name = "growth",
    mixinStandardHelpOptions = true,
    description =
        "Measure what more tenants cost the running platform: they are added to the tree that Argo"
            + " CD reads, one pod each, and taken away in the end. Your working tree stays as it"
            + " is.",
    exitCodeList = {
      "0:measured",
      "1:they did not settle, or there is no room for them",
      "2:wrong usage or setting"
    })
final class BenchGrowthCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--tenants",
      paramLabel = "N",
      split = ",",
      defaultValue = "5,10,25",
      description = "how many tenants in all, ascending, one measurement each [${DEFAULT-VALUE}]")
  private List<Integer> sizes = List.of();

  @Option(names = "--json", description = "print one JSON object instead of a table")
  private boolean json;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    Kit kit = TenantProof.kit(command);
    check(command, new TenantTree(kit.gitops()).list().size());
    PrintWriter out = command.commandLine().getOut();
    List<Stage> measured;
    try (Cluster cluster = new RunningCluster(kit).attach();
        ConsoleProgress progress = TenantProof.progress(TenantProof.people(command, json))) {
      measured = new PlatformGrowth(kit, cluster, progress).measure(sizes);
    }
    String facts = StagesText.json(measured);
    new BenchFiles(kit).keep("growth", facts);
    out.print(json ? facts + "\n" : StagesText.table(measured));
    out.flush();
    return 0;
  }

  private void check(CommandSpec command, int there) {
    int before = there;
    for (int size : sizes) {
      if (size < before) {
        throw new ParameterException(
            command.commandLine(),
            "--tenants: expected ascending numbers from %d on, which are there, found %s."
                .formatted(there, sizes));
      }
      before = size;
    }
  }
}
