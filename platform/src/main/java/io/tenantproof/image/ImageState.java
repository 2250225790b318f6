package io.tenantproof.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tenantproof.console.Columns;
import io.tenantproof.console.Facts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An image of the catalogue and whether the cache has it.
 *
 * @param entry of the catalogue
 * @param cached what was built of it
 * @param leftOut why it is not had; empty where nothing speaks against it
 */
public record ImageState(
    CatalogueEntry entry, Optional<CachedImage> cached, Optional<String> leftOut) {

  // Raised when a field goes or changes its meaning; a new field changes nothing for who reads.
  private static final int FORMAT = 1;

  private static final int WIDE = 100;

  /** The images, one a line where the width allows it. */
  public static String text(List<ImageState> images, int width) {
    return images.stream().map(one -> one.text(width)).collect(Collectors.joining());
  }

  /** The images as JSON, as {@code docs/command-line.md} says. */
  public static String json(List<ImageState> images) {
    return Facts.json(new Document(FORMAT, images.stream().map(One::of).toList()));
  }

  private String text(int width) {
    String size = cached.map(image -> "%.1f MB".formatted(image.bytes() / 1e6)).orElse("");
    if (width >= WIDE) {
      return "%-62s %-18s %9s  %s%n".formatted(entry.image(), entry.licence(), size, state());
    }
    Columns lines = new Columns(width);
    lines.add(entry.image().toString());
    lines.add("  %s%s, %s".formatted(entry.licence(), size.isEmpty() ? "" : ", " + size, state()));
    return lines.toString();
  }

  private String state() {
    return cached
        .map(image -> "built from packages " + image.id().substring(7, 19))
        .or(() -> leftOut.map(reason -> "left out: " + reason))
        .orElse(entry.buildable().isPresent() ? "can be built" : "registry only");
  }

  private record Document(int format, List<One> images) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  private record One(
      String image,
      String licence,
      boolean buildable,
      Optional<Long> bytes,
      Optional<String> id,
      Optional<String> leftOut) {

    static One of(ImageState state) {
      return new One(
          state.entry().image().toString(),
          state.entry().licence(),
          state.entry().buildable().isPresent(),
          state.cached().map(CachedImage::bytes),
          state.cached().map(CachedImage::id),
          state.leftOut());
    }
  }
}
