package io.tenantproof.cli;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.loki.LogLine;
import io.tenantproof.loki.LogQuestion;
import io.tenantproof.loki.LogText;
import io.tenantproof.platform.LokiDoor;
import io.tenantproof.platform.RunningCluster;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.tenant.Tenants;
import io.tenantproof.vector.LiveTenants;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a tenant's log as the platform's operators may. */
@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Print the last lines of a tenant from Loki, oldest first.",
    exitCodeList = {
      "0:done; that there is no line is said on standard error",
      "1:the run failed; what and why is printed",
      "2:wrong usage or setting"
    })
final class LogsCommand implements Callable<Integer> {

  private static final int MOST = 5_000;

  // The org id of what is nobody's alone.
  private static final Tenant PLATFORM = new Tenant("platform", "");

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "TENANT",
      description = "whose lines; platform: those of the platform's own pods")
  private String name = "";

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "how far back, as in 30s, 5m, 2h or 7d [5m]",
      converter = TimeConverter.class)
  private Duration since = Duration.ofMinutes(5);

  @Option(names = "--lines", paramLabel = "NUMBER", description = "how many at most [50]")
  private int lines = 50;

  @Option(
      names = "--contains",
      paramLabel = "TEXT",
      description = "those alone that hold the text, as it is written")
  private @Nullable String contains;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    if (lines < 1 || lines > MOST) {
      throw new ParameterException(
          command.commandLine(),
          "--lines: expected a number from 1 to %d, found %d.".formatted(MOST, lines));
    }
    LogQuestion question;
    List<LogLine> found;
    try (Cluster cluster = new RunningCluster(TenantProof.kit(command)).look()) {
      Tenant tenant =
          new Tenants(
                  Stream.concat(LiveTenants.of(cluster.client()).stream(), Stream.of(PLATFORM))
                      .toList())
              .named(name);
      question =
          LogQuestion.of(
              tenant.namespace(),
              since,
              Clock.systemUTC().instant(),
              lines,
              Optional.ofNullable(contains));
      found = new LokiDoor(cluster).ask(tenant.namespace(), question::ask);
    }
    print(question, found, command);
    return 0;
  }

  private void print(LogQuestion question, List<LogLine> found, CommandSpec command) {
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.println(LogText.json(question, found));
    } else if (found.isEmpty()) {
      command
          .commandLine()
          .getErr()
          .println("No line: asked " + question.told() + ". Try a longer --since.");
    } else {
      found.forEach(line -> out.println(LogText.of(line)));
    }
    out.flush();
  }
}
