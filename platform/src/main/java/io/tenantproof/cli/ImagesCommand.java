package io.tenantproof.cli;

import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.image.CachedImage;
import io.tenantproof.image.CatalogueEntry;
import io.tenantproof.image.ImageName;
import io.tenantproof.image.ImageShop;
import io.tenantproof.image.Images.Mode;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.NodeImages;
import io.tenantproof.progress.ConsoleProgress;
import io.tenantproof.settings.Setting;
import java.io.PrintWriter;
import java.util.Map;
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
    Map<ImageName, String> leftOut = Map.of();
    if (get) {
      try (ConsoleProgress progress = TenantProof.progress(out);
          ContainerEngine engine = kit.engine(progress)) {
        leftOut = NodeImages.get(kit, engine, progress).leftOut();
      }
    }
    ImageShop shop = kit.shop();
    for (CatalogueEntry entry : shop.catalogue().images()) {
      Optional<String> reason =
          Optional.ofNullable(leftOut.get(entry.image())).or(() -> neverAsked(shop, entry));
      print(out, entry, shop.cached(entry), reason);
    }
    out.flush();
    return 0;
  }

  private static Optional<String> neverAsked(ImageShop shop, CatalogueEntry entry) {
    return shop.mode() == Mode.BUILD && entry.buildable().isEmpty()
        ? Optional.of(
            "%s=build asks no registry, and it has no recipe".formatted(Setting.IMAGES.variable()))
        : Optional.empty();
  }

  private static void print(
      PrintWriter out,
      CatalogueEntry entry,
      Optional<CachedImage> cached,
      Optional<String> leftOut) {
    out.printf(
        "%-62s %-18s %9s  %s%n",
        entry.image(),
        entry.licence(),
        cached.map(image -> "%.1f MB".formatted(image.bytes() / 1e6)).orElse(""),
        cached
            .map(image -> "built from packages " + image.id().substring(7, 19))
            .or(() -> leftOut.map(reason -> "left out: " + reason))
            .orElse(entry.buildable().isPresent() ? "can be built" : "registry only"));
  }
}
