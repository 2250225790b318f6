package io.tenantproof.cli;

import io.tenantproof.console.Terminal;
import io.tenantproof.engine.Check;
import io.tenantproof.engine.ChecksText;
import io.tenantproof.engine.ContainerEngine;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at the machine and changes nothing. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Check what this machine has and lacks; change nothing.",
    exitCodeList = {
      "0:nothing is in the way of a start",
      "1:a check has failed; each is printed with what to do",
      "2:wrong usage or setting"
    })
final class DoctorCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    List<Check> checks = TenantProof.kit(command).checks(ContainerEngine.find());
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.println(ChecksText.json(checks));
    } else {
      out.print(ChecksText.of(checks, Terminal.ofThisJvm().width()));
    }
    out.flush();
    return ChecksText.areGood(checks) ? 0 : 1;
  }
}
