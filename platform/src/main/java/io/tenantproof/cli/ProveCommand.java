package io.tenantproof.cli;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.isolation.Proof;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.RunningCluster;
import io.tenantproof.progress.ConsoleProgress;
import io.tenantproof.report.ProofJson;
import io.tenantproof.report.ProofTable;
import io.tenantproof.report.ReportFolder;
import io.tenantproof.vector.LiveTenants;
import io.tenantproof.vector.Prover;
import io.tenantproof.vector.Vectors;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tries to get from each tenant to the others, and says what came of it. */
@Command(
    name = "prove",
    mixinStandardHelpOptions = true,
    description =
        "Prove on the running cluster that no tenant reaches another: each way is tried, and each"
            + " one that is shut has a control that shows it would have been seen open.",
    exitCodeList = {
      "0:each way is as it must be",
      "1:one is not, or could not be proven; which and why is printed",
      "2:wrong usage or setting"
    })
final class ProveCommand implements Callable<Integer> {

  private static final String STANDARD_OUTPUT = "-";

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description =
          "write the proof as JSON to FILE; -: to standard output, and nothing else there")
  private @Nullable String json;

  @Option(
      names = "--report",
      paramLabel = "FOLDER",
      description =
          "write isolation.html and isolation.json there [target/report of the kit;"
              + " target/report/part with --family, so that the whole proof stays]")
  private @Nullable Path report;

  @Mixin private FamilyOptions families = new FamilyOptions();

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    Kit kit = TenantProof.kit(command);
    List<Vectors> chosen = families.chosenOr(command.commandLine(), kit.own().probes());
    Proof proof;
    try (Cluster cluster = new RunningCluster(kit).toProve();
        ConsoleProgress progress = TenantProof.progress(people(command))) {
      proof = new Prover(cluster, chosen, progress).prove(LiveTenants.of(cluster.client()));
    }
    tell(command, kit, proof);
    return proof.isGood() ? 0 : 1;
  }

  private void tell(CommandSpec command, Kit kit, Proof proof) {
    PrintWriter people = people(command);
    people.print(ProofTable.of(proof));
    people.flush();
    ReportFolder folder =
        new ReportFolder(Objects.requireNonNullElseGet(report, () -> usualFolder(kit)));
    folder.write(proof);
    people.printf("%nreport  %s%n", folder.page().toAbsolutePath());
    people.flush();
    if (STANDARD_OUTPUT.equals(json)) {
      PrintWriter programs = command.commandLine().getOut();
      programs.println(ProofJson.of(proof));
      programs.flush();
    } else if (json != null) {
      write(Path.of(json), proof);
    }
  }

  private Path usualFolder(Kit kit) {
    return kit.home().resolve(families.named() ? "target/report/part" : "target/report");
  }

  private static void write(Path file, Proof proof) {
    try {
      Files.writeString(file, ProofJson.of(proof) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the JSON can't be written to %s; name another file with --json".formatted(file), e);
    }
  }

  private PrintWriter people(CommandSpec command) {
    return TenantProof.people(command, STANDARD_OUTPUT.equals(json));
  }
}
