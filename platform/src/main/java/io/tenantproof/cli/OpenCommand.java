package io.tenantproof.cli;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.console.Desktop;
import io.tenantproof.platform.OpenPages;
import io.tenantproof.platform.Pages.Page;
import io.tenantproof.platform.PagesText;
import io.tenantproof.platform.RunningCluster;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens the pages of the platform that runs. */
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description =
        "Print where the platform's pages are on loopback, and open one in the browser where there"
            + " is a display.",
    exitCodeList = {"0:done", "1:no page answers, or not that one", "2:wrong usage or setting"})
final class OpenCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "PAGE",
      arity = "0..1",
      description = "the one to open, as it is printed: \"Argo CD\", Prometheus, tenant-a")
  private @Nullable String page;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    List<Page> pages;
    try (Cluster cluster = new RunningCluster(TenantProof.kit(command)).look()) {
      pages = OpenPages.of(cluster);
    }
    List<Page> shown =
        Optional.ofNullable(page)
            .map(title -> List.of(PagesText.named(title, pages)))
            .orElse(pages);
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.println(PagesText.json(shown));
    } else {
      out.print(PagesText.of(shown));
    }
    out.flush();
    if (page != null) {
      Desktop.ofThisJvm().ifPresent(desktop -> desktop.open(shown.getFirst().uri()));
    }
    return 0;
  }
}
