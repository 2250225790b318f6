package io.tenantproof.image;

import java.nio.file.Path;

/**
 * An image that lies in the cache as a file that any engine can load.
 *
 * @param image its name
 * @param source where it came from
 * @param id the digest of its configuration, {@code sha256:…}: the same content has the same id
 * @param archive the file, in the format of {@code docker save}
 * @param bytes the file's size
 */
public record CachedImage(ImageName image, Source source, String id, Path archive, long bytes) {

  /** Where an image came from. */
  public enum Source {
    /** The container engine had it. */
    ENGINE("from the engine"),
    /** Its registry. */
    PULLED("pulled"),
    /** Built from packages on this machine, now or earlier. */
    BUILT("built from packages");

    private final String words;

    Source(String words) {
      this.words = words;
    }

    /** As a person says it. */
    public String inWords() {
      return words;
    }
  }
}
