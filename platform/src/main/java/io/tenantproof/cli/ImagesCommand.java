package io.tenantproof.cli;

import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.image.CachedImage;
import io.tenantproof.image.CatalogueEntry;
import io.tenantproof.image.ImageShop;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.NodeImages;
import io.tenantproof.progress.ConsoleProgress;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the catalogue, or gets all of it. */
@Command(
    name = "images",
    mixinStandardHelpOptions = true,
    description = "List every image with its licence, size and state.")
final class ImagesCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--get", description = "get all images: from the engine, a registry, or packages")
  private boolean get;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    Kit kit = TenantProof.kit(command);
    PrintWriter out = command.commandLine().getOut();
    if (get) {
      try (ConsoleProgress progress = TenantProof.progress(out);
          ContainerEngine engine = kit.engine(progress)) {
        NodeImages.get(kit, engine, progress);
      }
    }
    ImageShop shop = kit.shop();
    shop.catalogue().images().forEach(entry -> print(out, entry, shop.cached(entry)));
    out.flush();
    return 0;
  }

  private static void print(PrintWriter out, CatalogueEntry entry, Optional<CachedImage> cached) {
    out.printf(
        "%-62s %-18s %9s  %s%n",
        entry.image(),
        entry.licence(),
        cached.map(image -> "%.1f MB".formatted(image.bytes() / 1e6)).orElse(""),
        cached
            .map(image -> "built from packages " + image.id().substring(7, 19))
            .orElse(entry.buildable().isPresent() ? "can be built" : "registry only"));
  }
}
