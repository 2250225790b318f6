package io.tenantproof.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that a run needs, and the images that can do it.
 *
 * @param name what it is, as in {@code loki}
 * @param images at least one; the earlier is preferred
 */
public record Need(String name, List<CatalogueEntry> images) {

  /** Copies what it is given. */
  public Need {
    images = List.copyOf(images);
    if (images.isEmpty()) {
      throw new IllegalArgumentException("no image is for " + name);
    }
  }

  /** The needs that entries are for, in the order of each one's first. */
  public static List<Need> of(List<CatalogueEntry> entries) {
    Map<String, List<CatalogueEntry>> needs = new LinkedHashMap<>();
    entries.forEach(
        entry -> needs.computeIfAbsent(entry.need(), none -> new ArrayList<>()).add(entry));
    return needs.entrySet().stream().map(one -> new Need(one.getKey(), one.getValue())).toList();
  }

  /** Whether a run goes on without any of the images. */
  public boolean optional() {
    return images.getFirst().canBeLeftOut();
  }

  /** Refuses an entry that says something else about its need than an earlier one. */
  static void check(CatalogueEntry entry, List<CatalogueEntry> earlier) {
    earlier.stream()
        .filter(one -> one.need().equals(entry.need()))
        .filter(one -> one.role() != entry.role() || one.canBeLeftOut() != entry.canBeLeftOut())
        .findFirst()
        .ifPresent(
            one -> {
              throw new IllegalArgumentException(
                  "%s and %s are for %s, but differ in role or optional."
                      .formatted(one.image(), entry.image(), entry.need()));
            });
  }
}
