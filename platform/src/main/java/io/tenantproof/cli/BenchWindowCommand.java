package io.tenantproof.cli;

import io.tenantproof.bench.StartWindow;
import io.tenantproof.bench.WindowText;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.RunningCluster;
import io.tenantproof.probe.Passage;
import io.tenantproof.progress.ConsoleProgress;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures what new pods' first packets come to. */
@Command(
    name = "window",
    mixinStandardHelpOptions = true,
    description =
        "Measure what the first packets of new pods come to, in throw-away tenants of the running"
            + " cluster: those that must not pass, and how soon those pass that must.",
    exitCodeList = {
      "0:measured; nothing passed that must not, and each pod got through where it must",
      "1:something passed that must not, or a pod never got through; which is printed",
      "2:wrong usage or setting"
    })
final class BenchWindowCommand implements Callable<Integer> {

  // Quota of a tenant: its pods.
  private static final int MOST = 20;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--pods",
      paramLabel = "N",
      defaultValue = "10",
      description = "how many new pods try each way [${DEFAULT-VALUE}]")
  private int pods;

  @Option(names = "--json", description = "print one JSON object instead of text")
  private boolean json;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    if (pods < 1 || pods > MOST) {
      throw new ParameterException(
          command.commandLine(),
          "--pods: expected a number from 1 to %d, found %d.".formatted(MOST, pods));
    }
    Kit kit = TenantProof.kit(command);
    PrintWriter out = command.commandLine().getOut();
    Map<StartWindow.Way, List<Passage>> seen;
    try (Cluster cluster = new RunningCluster(kit).attach();
        ConsoleProgress progress = TenantProof.progress(TenantProof.people(command, json))) {
      seen = new StartWindow(cluster, kit.gitops(), progress).measure(pods);
    }
    String facts = WindowText.json(seen);
    new BenchFiles(kit).keep("window", facts);
    out.print(json ? facts + "\n" : WindowText.table(seen));
    out.flush();
    return WindowText.isGood(seen) ? 0 : 1;
  }
}
