package io.tenantproof.image;

import io.tenantproof.debian.DebianArchive;
import io.tenantproof.debian.DebianPackage;
import io.tenantproof.file.Checksum;
import io.tenantproof.file.FileTree;
import io.tenantproof.image.CachedImage.Source;
import io.tenantproof.image.Recipe.GoBinary;
import io.tenantproof.wait.Together;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Builds an image from its recipe, once: the key is made of all that the content depends on, so the
 * same key is the same image.
 *
 * @param catalogue the pinned toolchain and release
 * @param recipes the folder of the recipes' folders
 * @param go builds binaries
 * @param archive where packages come from
 * @param lists which packages they are
 * @param cache where finished images are
 */
record ImageBuilder(
    Catalogue catalogue,
    Path recipes,
    GoBuild go,
    DebianArchive archive,
    PackageLists lists,
    ImageCache cache) {

  /** The label that tells an image that was built here, and from what. */
  static final String KEY_LABEL = "io.tenantproof.recipe";

  // Raise it when the way that images are put together changes.
  private static final int ASSEMBLY = 1;

  /** What the image's content depends on, as one checksum. */
  String key(CatalogueEntry entry, Recipe recipe) {
    Map<String, Object> parts = new TreeMap<>();
    parts.put("assembly", ASSEMBLY);
    parts.put("image", entry.image().toString());
    parts.put("recipe", recipe);
    parts.put("files", files(recipe));
    if (!recipe.go().isEmpty()) {
      parts.put("toolchain", catalogue.toolchainChecksum());
    }
    parts.put("packages", packages(recipe));
    return Checksum.of(JsonMapper.shared().writeValueAsString(parts)).substring(0, 32);
  }

  /** The image, from the cache or built now. */
  CachedImage build(CatalogueEntry entry, Recipe recipe, Consumer<String> detail) {
    String key = key(entry, recipe);
    return cache
        .find(key)
        .orElseGet(() -> cache.alone(key, () -> buildNow(entry, recipe, key, detail)));
  }

  private CachedImage buildNow(
      CatalogueEntry entry, Recipe recipe, String key, Consumer<String> detail) {
    Optional<CachedImage> meanwhile = cache.find(key);
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    Path scratch = cache.unfinished(key);
    try {
      List<Path> layers = layers(recipe, scratch, detail);
      detail.accept("putting it together");
      Path archiveFile = scratch.resolve("image.tar");
      String id =
          new ImageArchive(entry.image(), recipe, labels(entry, key))
              .write(layers, scratch, archiveFile);
      return cache.put(key, entry.image(), Source.BUILT, id, archiveFile);
    } finally {
      new FileTree(scratch).delete();
    }
  }

  private List<Path> layers(Recipe recipe, Path scratch, Consumer<String> detail) {
    RootFilesystem root = new RootFilesystem(scratch.resolve("root"));
    root.begin(!recipe.debian().isEmpty());
    if (!recipe.debian().isEmpty()) {
      List<DebianPackage> packages = packages(recipe);
      detail.accept("downloading %d Debian packages".formatted(packages.size()));
      archive.download(recipe.debian());
      detail.accept("unpacking %d Debian packages".formatted(packages.size()));
      root.unpack(archive, packages);
      root.drop(recipe.drop());
    }
    root.overlay(folder(recipe).resolve("rootfs"), recipe);
    recipe.go().forEach(binary -> root.parentOf(binary.output()));
    SideBySide details = new SideBySide(detail);
    List<String> programs =
        Together.each(
            GoTurns.AT_ONCE,
            recipe.go(),
            binary -> {
              try (SideBySide.Line line = details.begin()) {
                go.build(binary, module(recipe, binary), root.at(binary.output()), line::say);
              }
              return List.of(binary.output());
            });
    programs.forEach(root::makeExecutable);
    detail.accept("packing its files");
    List<Path> layers = new ArrayList<>();
    layers.add(scratch.resolve("files.tar"));
    LayerTar.ofTree(root.root(), layers.getFirst());
    recipe
        .directories()
        .forEach(
            (path, directory) -> {
              Path layer = scratch.resolve("directory-%d.tar".formatted(layers.size()));
              LayerTar.ofDirectory(scratch.resolve("directories"), path, directory, layer);
              layers.add(layer);
            });
    return layers;
  }

  List<DebianPackage> packages(Recipe recipe) {
    return recipe.debian().isEmpty()
        ? List.of()
        : lists.resolve(recipe.debian()).stream()
            .filter(one -> !recipe.without().contains(one.name()))
            .toList();
  }

  private Map<String, String> files(Recipe recipe) {
    Map<String, String> sums = new LinkedHashMap<>();
    List<Path> folders = new ArrayList<>(List.of(folder(recipe)));
    recipe.go().stream().map(binary -> module(recipe, binary)).forEach(folders::add);
    folders.stream()
        .distinct()
        .flatMap(folder -> new FileTree(folder).files().stream())
        .forEach(file -> sums.put(recipes.relativize(file).toString(), sum(file)));
    return sums;
  }

  private static String sum(Path file) {
    try {
      return Files.isSymbolicLink(file)
          ? Checksum.of(Files.readSymbolicLink(file).toString())
          : Checksum.of(file) + (Files.isExecutable(file) ? "x" : "");
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }

  private Path folder(Recipe recipe) {
    return recipes.resolve(recipe.folder());
  }

  private Path module(Recipe recipe, GoBinary binary) {
    return recipes.resolve(Optional.ofNullable(binary.module()).orElse(recipe.folder()));
  }

  // https://github.com/opencontainers/image-spec/blob/main/annotations.md
  private static Map<String, String> labels(CatalogueEntry entry, String key) {
    return Map.of(
        KEY_LABEL,
        key,
        "org.opencontainers.image.title",
        entry.name(),
        "org.opencontainers.image.version",
        entry.tag(),
        "org.opencontainers.image.licenses",
        entry.licence());
  }
}
