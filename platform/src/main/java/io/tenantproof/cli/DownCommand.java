package io.tenantproof.cli;

import io.tenantproof.platform.Demo;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Removes what the demo and killed test runs have left. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Remove every cluster, volume and file that the kit made, and stop its engine.")
final class DownCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    List<String> removed = new Demo(TenantProof.kit(command)).down();
    PrintWriter out = command.commandLine().getOut();
    out.println(
        removed.isEmpty()
            ? "There was nothing to remove."
            : "Removed: " + String.join(", ", removed));
    out.flush();
    return 0;
  }
}
