package io.tenantproof.cli;

import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.image.CachedImage;
import io.tenantproof.platform.DemoApiImage;
import io.tenantproof.platform.Kit;
import io.tenantproof.progress.ConsoleProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds the image of the tenants' workload. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = "Build the image of the tenants' workload; what was built before is taken.")
final class ImageBuildCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--archive",
      paramLabel = "FILE",
      description = "write the image to a file as docker save does; default: it stays in the cache")
  private @Nullable Path archive;

  @Option(
      names = "--check",
      description = "build it again from nothing and fail where that gives another image")
  private boolean check;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    Kit kit = TenantProof.kit(command);
    PrintWriter out = command.commandLine().getOut();
    CachedImage built;
    try (ConsoleProgress progress = TenantProof.progress(out);
        ContainerEngine engine = kit.engine(progress)) {
      DemoApiImage image = new DemoApiImage(kit);
      built = image.get(engine, progress);
      if (check) {
        image.check(built, engine, progress);
      }
    }
    Path file = Optional.ofNullable(archive).map(to -> copied(built, to)).orElse(built.archive());
    out.printf("%s is in %s, %s%n", built.image(), file, built.id());
    out.flush();
    return 0;
  }

  private static Path copied(CachedImage built, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return Files.copy(built.archive(), file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be written: " + e.getMessage(), e);
    }
  }
}
