package io.tenantproof.image;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which images were had.
 *
 * @param chosen the image of each need; a need that could be left out and was is absent
 * @param leftOut images that were wanted and could not be had, with the reason: another image took
 *     its place, or its need was left out
 */
public record Selection(Map<String, CachedImage> chosen, Map<ImageName, String> leftOut) {

  /** Copies what it is given and keeps its order. */
  public Selection {
    chosen = Collections.unmodifiableMap(new LinkedHashMap<>(chosen));
    leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
  }

  /** The images, in the order of the needs. */
  public List<CachedImage> images() {
    return List.copyOf(chosen.values());
  }
}
