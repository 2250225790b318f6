package io.tenantproof.cli;

import io.tenantproof.platform.Demo;
import io.tenantproof.platform.Glimpse;
import io.tenantproof.platform.Kit;
import io.tenantproof.progress.ConsoleProgress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings the platform up and leaves it running. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Bring the platform up and leave it running; again: bring it to the working tree.",
      "A platform that has just come up is shown in seven short acts."
    })
final class DemoCommand implements Callable<Integer> {

  // Of a line that is printed: a glimpse, not the log.
  private static final int WIDTH = 150;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--story",
      negatable = true,
      defaultValue = Option.NULL_VALUE,
      description = "show it in seven acts, or don't [where this run has started the cluster]")
  private @Nullable Boolean story;

  @Option(names = "--step", description = "wait for Enter before each act; shows them, then")
  private boolean step;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    Kit kit = TenantProof.kit(command);
    PrintWriter out = command.commandLine().getOut();
    Demo.Tour tour;
    try (ConsoleProgress progress = TenantProof.progress(out)) {
      tour = new Demo(kit).up(progress);
    }
    print(tour, out);
    if (Objects.requireNonNullElse(story, tour.fresh() || step)) {
      StoryCommand.play(kit, out, step);
    }
    return 0;
  }

  private static void print(Demo.Tour tour, PrintWriter out) {
    out.println();
    tour.pages().forEach(page -> out.printf("%-12s %s%n", page.title(), page.uri()));
    out.printf("%-12s %s%n", "kubeconfig", tour.kubeconfig());
    out.println();
    tour.glimpses().forEach(glimpse -> print(glimpse, out));
    out.println("Try next:");
    tour.container()
        .ifPresentOrElse(
            container -> {
              out.printf("  docker exec %s kubectl get applications -n argocd%n", container);
              out.printf("  docker exec %s kubectl get pods -A%n", container);
              out.printf(
                  "  docker exec %s kubectl -n argocd get secret argocd-initial-admin-secret -o"
                      + " go-template='{{.data.password | base64decode}}{{\"\\n\"}}'%n",
                  container);
              out.println(
                  "  edit gitops/tenants/tenant-a-values.yaml (message, replicaCount), then `make"
                      + " demo`");
              out.println("  make story    shows it in seven short acts, live");
              out.println("  make verify   proves it with JUnit");
              out.println("  make down     removes all of it");
            },
            () -> out.println("  kubectl get applications -n argocd"));
    out.flush();
  }

  private static void print(Glimpse glimpse, PrintWriter out) {
    out.printf(
        "%-12s %s%n",
        glimpse.tenant(),
        glimpse
            .requestsPerSecond()
            .map(rate -> String.format(Locale.ROOT, "%.2f requests a second, last lines:", rate))
            .orElse("not scraped twice yet, last lines:"));
    glimpse
        .lines()
        .forEach(
            line ->
                out.println(
                    "  " + (line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "…")));
    out.println();
  }
}
