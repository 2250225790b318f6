package io.tenantproof.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The image of the tenants' workload: its name, its build, its push. */
@Command(
    name = "image",
    mixinStandardHelpOptions = true,
    description = "The image of the tenants' workload: name, build, push.",
    subcommands = {ImageNameCommand.class, ImageBuildCommand.class, ImagePushCommand.class})
final class ImageCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "Name what to do: name, build or push.");
  }
}
