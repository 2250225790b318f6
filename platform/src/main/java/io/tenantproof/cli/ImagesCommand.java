package io.tenantproof.cli;

import io.tenantproof.console.Terminal;
import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.image.Catalogue;
import io.tenantproof.image.CatalogueEntry;
import io.tenantproof.image.ImageName;
import io.tenantproof.image.ImageShop;
import io.tenantproof.image.ImageState;
import io.tenantproof.image.Images;
import io.tenantproof.image.Images.Mode;
import io.tenantproof.image.Need;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.NodeImages;
import io.tenantproof.progress.ConsoleProgress;
import io.tenantproof.sbom.Bills;
import io.tenantproof.settings.Setting;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the catalogue, or gets all of it. */
@Command(
    name = "images",
    mixinStandardHelpOptions = true,
    description = "List every image with its licence, size and state.",
    footer = {
      "",
      "Examples:",
      "  tenantproof images --get",
      "  tenantproof images --get loki promtail"
    })
final class ImagesCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      description = "only these of the catalogue, as in loki or grafana/loki")
  private List<String> names = List.of();

  @Option(names = "--get", description = "get the images: from the engine, a registry, or packages")
  private boolean get;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Option(
      names = "--sbom",
      paramLabel = "FOLDER",
      description =
          "write what is in each image that was built here, and the licences, and no list")
  private @Nullable Path sbom;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    Kit kit = TenantProof.kit(command);
    PrintWriter out = command.commandLine().getOut();
    ImageShop shop = kit.shop();
    List<CatalogueEntry> entries = entries(shop.catalogue(), command);
    if (sbom != null) {
      bills(shop, entries, sbom, out);
      return 0;
    }
    Map<ImageName, String> leftOut = get ? leftOut(kit, shop, entries, command) : Map.of();
    List<ImageState> images =
        entries.stream()
            .map(
                entry ->
                    new ImageState(
                        entry,
                        shop.cached(entry),
                        Optional.ofNullable(leftOut.get(entry.image()))
                            .or(() -> neverAsked(shop, entry))))
            .toList();
    if (json) {
      out.println(ImageState.json(images));
    } else {
      out.print(ImageState.text(images, Terminal.ofThisJvm().width()));
    }
    out.flush();
    return 0;
  }

  private static void bills(
      ImageShop shop, List<CatalogueEntry> images, Path folder, PrintWriter out) {
    try (ConsoleProgress progress = TenantProof.progress(out)) {
      new Bills(shop).write(images, folder, progress);
    }
    out.printf("%s has the bills of materials and licences.md%n", folder);
    out.flush();
  }

  private List<CatalogueEntry> entries(Catalogue catalogue, CommandSpec command) {
    if (names.isEmpty()) {
      return catalogue.images();
    }
    Set<CatalogueEntry> chosen = new LinkedHashSet<>();
    for (String name : names) {
      List<CatalogueEntry> called = catalogue.called(name);
      if (called.isEmpty()) {
        throw new ParameterException(
            command.commandLine(),
            "the catalogue has no image that is called %s; `tenantproof images` lists them"
                .formatted(name));
      }
      chosen.addAll(called);
    }
    return List.copyOf(chosen);
  }

  private Map<ImageName, String> leftOut(
      Kit kit, ImageShop shop, List<CatalogueEntry> entries, CommandSpec command) {
    try (ConsoleProgress progress = TenantProof.progress(TenantProof.people(command, json));
        ContainerEngine engine = kit.engine(progress)) {
      return names.isEmpty()
          ? NodeImages.get(kit, engine, progress).leftOut()
          : Images.of(shop, engine).get(Need.of(entries), progress).leftOut();
    }
  }

  private static Optional<String> neverAsked(ImageShop shop, CatalogueEntry entry) {
    return shop.mode() == Mode.BUILD && entry.buildable().isEmpty()
        ? Optional.of(
            "%s=build asks no registry, and it has no recipe".formatted(Setting.IMAGES.variable()))
        : Optional.empty();
  }
}
