package io.tenantproof.cli;

import io.tenantproof.measured.BenchFolder;
import io.tenantproof.measured.BenchPage;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the page of what the bench has measured. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Make a page of what the bench has measured, target/bench/index.html, of the files that"
            + " its commands leave there and of the last run of the specs. No cluster is needed.")
final class BenchReportCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    BenchFiles files = new BenchFiles(TenantProof.kit(command));
    BenchFolder folder = files.folder();
    BenchPage page = BenchPage.of(folder, files::suite);
    folder.write(page.html());
    PrintWriter out = command.commandLine().getOut();
    out.printf("page     %s%n", folder.page().toAbsolutePath());
    List<String> missing = page.missing();
    if (!missing.isEmpty()) {
      out.printf("missing  %s%n", String.join(", ", missing));
    }
    out.flush();
    return 0;
  }
}
