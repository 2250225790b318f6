package io.tenantproof.image;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * All images that a run may use, as {@code platform/images/catalogue.yaml} lists them.
 *
 * @param toolchain the Go release that builds binaries, as in {@code go1.27.3}
 * @param toolchainChecksum SHA-256 of its module zip in hex
 * @param debian the release that packages come from
 * @param images one entry an image
 */
public record Catalogue(
    String toolchain,
    @JsonProperty("toolchain-sha256") String toolchainChecksum,
    Debian debian,
    List<CatalogueEntry> images) {

  /** Copies what it is given. */
  public Catalogue {
    images = List.copyOf(images);
  }

  /**
   * A release of Debian.
   *
   * @param suite its name, as in {@code trixie}
   */
  public record Debian(String suite) {}

  /** The catalogue is not well-formed. */
  public static final class BadCatalogue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadCatalogue(String message) {
      super(message);
    }
  }

  /**
   * Reads and checks a catalogue.
   *
   * @param folder the folder of catalogue.yaml and of the recipes' folders
   * @throws BadCatalogue with the place and the reason when it can't be used
   */
  public static Catalogue read(Path folder) {
    Path file = folder.resolve("catalogue.yaml");
    try {
      Catalogue catalogue =
          YAMLMapper.builder()
              .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .build()
              .readValue(file.toFile(), Catalogue.class);
      catalogue.check(folder);
      return catalogue;
    } catch (JacksonException e) {
      throw new BadCatalogue(
          "%s: line %d: %s".formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()));
    }
  }

  /** The entry of an image, by its full name. */
  public Optional<CatalogueEntry> find(ImageName image) {
    return images.stream().filter(entry -> entry.image().equals(image)).findFirst();
  }

  /** The entries of a role. */
  public List<CatalogueEntry> of(CatalogueEntry.Role role) {
    return images.stream().filter(entry -> entry.role() == role).toList();
  }

  private void check(Path folder) {
    Set<ImageName> seen = new HashSet<>();
    for (CatalogueEntry entry : images) {
      if (!seen.add(entry.image())) {
        throw new BadCatalogue("catalogue.yaml lists %s twice.".formatted(entry.image()));
      }
      entry
          .buildable()
          .filter(recipe -> !recipe.go().isEmpty())
          .map(recipe -> folder.resolve(recipe.folder()).resolve("go.mod"))
          .filter(module -> !Files.isReadable(module))
          .ifPresent(
              module -> {
                throw new BadCatalogue(
                    "%s is built from Go modules, but %s is missing: a recipe folder holds go.mod and go.sum."
                        .formatted(entry.image(), module));
              });
    }
  }
}
