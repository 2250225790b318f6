package io.tenantproof.sbom;

import io.tenantproof.command.Command;
import io.tenantproof.debian.DebianArchive;
import io.tenantproof.debian.DebianPackage;
import io.tenantproof.file.FileTree;
import io.tenantproof.image.CachedImage;
import io.tenantproof.image.ImageFiles;
import io.tenantproof.image.ImageShop;
import io.tenantproof.image.Recipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an image was made of: the modules that its Go binaries name, and the Debian packages that
 * its recipe came to.
 *
 * @param shop where images, modules and packages are
 */
record ImageParts(ImageShop shop) {

  /** The parts of an image that was built from its recipe, in a fixed order, each once. */
  List<Part> of(CachedImage image, Recipe recipe) {
    Map<String, Part> parts = new TreeMap<>();
    try {
      Path scratch = Files.createTempDirectory("tenantproof-sbom");
      try {
        go(image, recipe, scratch).forEach(part -> parts.put(part.purl(), part));
        debian(recipe, scratch.resolve("packages")).forEach(part -> parts.put(part.purl(), part));
      } finally {
        new FileTree(scratch).delete();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the parts of %s can't be read".formatted(image.image()), e);
    }
    return List.copyOf(parts.values());
  }

  private List<Part> go(CachedImage image, Recipe recipe, Path scratch) throws IOException {
    if (recipe.go().isEmpty()) {
      return List.of();
    }
    Path folder = Files.createDirectory(scratch.resolve("binaries"));
    List<String> paths = recipe.go().stream().map(Recipe.GoBinary::output).toList();
    new ImageFiles(image).unpack(paths, scratch.resolve("layers"), folder);
    String go = shop.goCommand().toString();
    GoModules modules = new GoModules(shop.goModules());
    return paths.stream()
        .map(path -> folder.resolve(path.substring(1)).toString())
        .map(file -> Command.of(go, "version", "-m", file).with(Map.of("GOTOOLCHAIN", "local")))
        .flatMap(command -> modules.parts(command.run()).stream())
        .toList();
  }

  private List<Part> debian(Recipe recipe, Path folder) throws IOException {
    List<DebianPackage> packages = shop.packages(recipe);
    DebianArchive archive = shop.debian();
    Files.createDirectories(folder);
    // All of them first: the copyright file of one may be a link to another's.
    for (DebianPackage one : packages) {
      if (Files.exists(archive.file(one))) {
        archive.unpack(one, folder);
      }
    }
    String suite = archive.suite();
    return packages.stream().map(one -> debian(one, suite, folder)).toList();
  }

  private static Part debian(DebianPackage one, String suite, Path folder) {
    // An epoch's colon is escaped in the name of the file.
    String version = one.version().replace("%3a", ":");
    String purl =
        "pkg:deb/debian/%s@%s?arch=amd64&distro=%s"
            .formatted(
                one.name().replace("+", "%2B"),
                version.replace(":", "%3A").replace("+", "%2B"),
                suite);
    Path copyright = folder.resolve("usr/share/doc").resolve(one.name()).resolve("copyright");
    return new Part(one.name(), version, purl, licences(copyright));
  }

  private static List<String> licences(Path copyright) {
    try {
      return Files.isReadable(copyright)
          ? DebianCopyright.licences(Files.readString(copyright, StandardCharsets.ISO_8859_1))
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(copyright + " can't be read", e);
    }
  }
}
