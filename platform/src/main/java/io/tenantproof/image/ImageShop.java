package io.tenantproof.image;

import io.tenantproof.debian.DebianArchive;
import io.tenantproof.debian.DebianPackage;
import io.tenantproof.image.Images.Mode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The tools that images are made with, and where they keep what they make.
 *
 * @param catalogue all images
 * @param recipes the folder of the catalogue and of the recipes' folders
 * @param cacheFolder the kit's cache folder
 * @param mirror base address of Debian's archive
 * @param mode which places are asked for an image
 */
public record ImageShop(
    Catalogue catalogue, Path recipes, Path cacheFolder, String mirror, Mode mode) {

  /** A shop over the catalogue of a folder. */
  public static ImageShop at(Path recipes, Path cacheFolder, String mirror, Mode mode) {
    return new ImageShop(Catalogue.read(recipes), recipes, cacheFolder, mirror, mode);
  }

  /** The Debian release that packages come from. */
  public DebianArchive debian() {
    String suite = catalogue.debian().suite();
    return new DebianArchive(mirror, suite, cacheFolder.resolve("debian").resolve(suite));
  }

  /** An image that was built from its recipe before, where it is in the cache. */
  public Optional<CachedImage> cached(CatalogueEntry entry) {
    // The key of an image is made with lists of packages: nothing is fetched to look for nothing.
    if (cache().isEmpty()) {
      return Optional.empty();
    }
    return entry.buildable().flatMap(recipe -> cache().find(builder().key(entry, recipe)));
  }

  /** The Debian packages that a recipe takes. */
  public List<DebianPackage> packages(Recipe recipe) {
    return builder().packages(recipe);
  }

  /** The folder that Go modules are unpacked in. */
  public Path goModules() {
    return cacheFolder.resolve("go/mod");
  }

  /** The go command of the pinned release, downloaded first where it is not there. */
  public Path goCommand() {
    return builder().go().toolchain().root().resolve("bin/go");
  }

  ImageCache cache() {
    return new ImageCache(cacheFolder);
  }

  ImageBuilder builder() {
    Path go = cacheFolder.resolve("go");
    GoToolchain toolchain =
        GoToolchain.of(catalogue.toolchain(), catalogue.toolchainChecksum(), go.resolve("mod"));
    return new ImageBuilder(
        catalogue,
        recipes,
        new GoBuild(toolchain, go, GoTurns.ofThisMachine()),
        debian(),
        new PackageLists(debian(), cacheFolder.resolve("debian")),
        cache());
  }
}
