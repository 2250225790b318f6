package io.tenantproof.image;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      catalogue.check(file);
      return catalogue;
    } catch (JacksonException e) {
      List<Object> path =
          e.getPath().stream()
              .<Object>map(one -> one.getIndex() < 0 ? one.getPropertyName() : one.getIndex())
              .toList();
      throw bad(file, path, e.getOriginalMessage());
    }
  }

  /** The entry of an image, by its full name. */
  public Optional<CatalogueEntry> find(ImageName image) {
    return images.stream().filter(entry -> entry.image().equals(image)).findFirst();
  }

  /** What a run needs of a role, in the catalogue's order. */
  public List<Need> needs(CatalogueEntry.Role role) {
    return Need.of(of(role));
  }

  /** The entries of a role. */
  public List<CatalogueEntry> of(CatalogueEntry.Role role) {
    return images.stream().filter(entry -> entry.role() == role).toList();
  }

  private void check(Path file) {
    Map<ImageName, Integer> seen = new HashMap<>();
    for (int number = 1; number <= images.size(); number++) {
      CatalogueEntry entry = images.get(number - 1);
      try {
        Integer earlier = seen.put(entry.image(), number);
        if (earlier != null) {
          throw new IllegalArgumentException(
              "%s is image %d already.".formatted(entry.image(), earlier));
        }
        Need.check(entry, images.subList(0, number - 1));
        entry.buildable().ifPresent(recipe -> recipe.check(file.resolveSibling(recipe.folder())));
      } catch (IllegalArgumentException e) {
        throw bad(file, List.of("images", number - 1), String.valueOf(e.getMessage()));
      }
    }
  }

  private static BadCatalogue bad(Path file, List<Object> path, String reason) {
    try {
      return new BadCatalogue(
          new YamlLines(Files.readString(file))
              .of(path)
              .map(line -> "%s: line %d: %s".formatted(file, line, reason))
              .orElse("%s: %s".formatted(file, reason)));
    } catch (IOException unreadable) {
      return new BadCatalogue("%s can't be read: %s".formatted(file, reason));
    }
  }
}
