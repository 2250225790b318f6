package io.tenantproof.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What Argo CD makes of a change that was merged. */
@Command(
    name = "rollout",
    mixinStandardHelpOptions = true,
    description = "Watch what Argo CD makes of a change that was merged.",
    subcommands = RolloutWaitCommand.class)
final class RolloutCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "Name what to do: wait.");
  }
}
