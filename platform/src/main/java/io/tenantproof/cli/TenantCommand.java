package io.tenantproof.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The tenants of the working tree. */
@Command(
    name = "tenant",
    mixinStandardHelpOptions = true,
    description = "List, add or remove tenants: each is a file in gitops/tenants.",
    subcommands = {TenantListCommand.class, TenantAddCommand.class, TenantRemoveCommand.class})
final class TenantCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "Name what to do: list, add or remove.");
  }
}
