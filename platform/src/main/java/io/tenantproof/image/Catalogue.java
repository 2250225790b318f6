package io.tenantproof.image;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tenantproof.yaml.YamlText;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    require(toolchain, "toolchain");
    require(toolchainChecksum, "toolchain-sha256");
    require(debian, "debian");
    require(images, "images");
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
    String text = text(file);
    try {
      Catalogue catalogue =
          Optional.ofNullable(
                  YAMLMapper.builder()
                      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                      .build()
                      .readValue(text, Catalogue.class))
              .orElseThrow(() -> new BadCatalogue("%s: the file is empty".formatted(file)));
      catalogue.check(file, text);
      return catalogue;
    } catch (JacksonException e) {
      List<Object> path =
          e.getPath().stream()
              .<Object>map(one -> one.getIndex() < 0 ? one.getPropertyName() : one.getIndex())
              .toList();
      throw bad(file, text, path, e.getOriginalMessage());
    }
  }

  private static String text(Path file) {
    List<String> problems = new ArrayList<>();
    try {
      Optional<String> text = YamlText.readPlain(file, file.toString(), problems);
      if (text.isPresent()) {
        return text.get();
      }
    } catch (UncheckedIOException e) {
      problems.add("%s (%s)".formatted(e.getMessage(), e.getCause()));
    }
    throw new BadCatalogue(String.join("\n", problems));
  }

  private static void require(@Nullable Object value, String key) {
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
  }

  /** The entry of an image, by its full name. */
  public Optional<CatalogueEntry> find(ImageName image) {
    return images.stream().filter(entry -> entry.image().equals(image)).findFirst();
  }

  /** The entries of a name or of its last part, as in {@code grafana/loki} or {@code loki}. */
  public List<CatalogueEntry> called(String name) {
    return images.stream()
        .filter(entry -> entry.name().equals(name) || entry.name().endsWith("/" + name))
        .toList();
  }

  /** What a run needs of a role, in the catalogue's order. */
  public List<Need> needs(CatalogueEntry.Role role) {
    return Need.of(of(role));
  }

  /** The entries of a role. */
  public List<CatalogueEntry> of(CatalogueEntry.Role role) {
    return images.stream().filter(entry -> entry.role() == role).toList();
  }

  private void check(Path file, String text) {
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
        entry.buildable().ifPresent(recipe -> recipe.check(file.resolveSibling("")));
      } catch (IllegalArgumentException e) {
        throw bad(file, text, List.of("images", number - 1), String.valueOf(e.getMessage()));
      }
    }
  }

  private static BadCatalogue bad(Path file, String text, List<Object> path, String reason) {
    return new BadCatalogue(
        new YamlLines(text)
            .of(path)
            .map(line -> "%s: line %d: %s".formatted(file, line, reason))
            .orElse("%s: %s".formatted(file, reason)));
  }
}
