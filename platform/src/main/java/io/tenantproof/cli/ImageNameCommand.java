package io.tenantproof.cli;

import io.tenantproof.delivery.PublishedName;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the name that an image is published under. */
@Command(
    name = "name",
    mixinStandardHelpOptions = true,
    description = "Print the name of a repository's image, in lower case, as registries take it.")
final class ImageNameCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "OWNER/REPOSITORY", description = "as the forge writes it")
  private String source = "";

  @Option(names = "--registry", paramLabel = "HOST", description = "host of the registry [ghcr.io]")
  private String registry = "ghcr.io";

  @Option(
      names = "--image",
      paramLabel = "NAME",
      description = "name below the repository; default: none")
  private String image = "";

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(PublishedName.of(registry, source, image));
    out.flush();
    return 0;
  }
}
