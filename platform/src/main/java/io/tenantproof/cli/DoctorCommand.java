package io.tenantproof.cli;

import io.tenantproof.engine.Check;
import io.tenantproof.engine.Check.Verdict;
import io.tenantproof.engine.ContainerEngine;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at the machine and changes nothing. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Check what this machine has and lacks; change nothing.")
final class DoctorCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    List<Check> checks = TenantProof.kit(command).checks(ContainerEngine.find());
    PrintWriter out = command.commandLine().getOut();
    checks.forEach(
        check -> {
          out.printf(
              "%s %-24s %-34s needed: %s%n",
              mark(check.verdict()), check.name(), check.seen(), check.wanted());
          if (!check.cure().isEmpty()) {
            out.printf("  → %s%n", check.cure());
          }
        });
    out.flush();
    return checks.stream().anyMatch(check -> check.verdict() == Verdict.FAILED) ? 1 : 0;
  }

  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case OK -> "✓";
      case WARNING -> "!";
      case FAILED -> "✗";
    };
  }
}
