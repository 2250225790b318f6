package io.tenantproof.cli;

import io.tenantproof.console.Facts;
import io.tenantproof.report.RunFolder;
import io.tenantproof.report.RunSummary;
import io.tenantproof.run.Run;
import io.tenantproof.run.TestRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says where the last report is and what it says, and makes its page again. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Say what came of the last run of the tests and where its report is; index.html and"
            + " summary.md are made again from run.json. No cluster is needed.",
    exitCodeList = {
      "0:the run passed",
      "1:it did not, or there is no report",
      "2:wrong usage or setting"
    })
final class ReportCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description = "where run.json is [target/report of the kit]")
  private @Nullable Path folder;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    RunFolder report =
        new RunFolder(
            folder == null ? TenantProof.kit(command).home().resolve("target/report") : folder);
    Run run = report.read();
    report.write(run);
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.println(Facts.json(Told.of(report, run)));
    } else {
      RunSummary summary = new RunSummary(run);
      out.printf("%s%n%s%n%n", summary.sentence(), summary.isolation());
      out.printf("begun    %s%n", run.begin());
      out.printf("page     %s%n", report.page().toAbsolutePath());
      out.printf("JSON     %s%n", report.json().toAbsolutePath());
    }
    out.flush();
    return run.isGood() ? 0 : 1;
  }

  /** What a program is told. */
  private record Told(
      boolean good,
      String summary,
      String isolation,
      Map<TestRun.Outcome, Integer> counts,
      String begin,
      long tookMs,
      String page,
      String json) {

    static Told of(RunFolder report, Run run) {
      RunSummary summary = new RunSummary(run);
      return new Told(
          run.isGood(),
          summary.sentence(),
          summary.isolation(),
          run.counts(),
          run.begin().toString(),
          run.took().toMillis(),
          report.page().toAbsolutePath().toString(),
          report.json().toAbsolutePath().toString());
    }
  }
}
