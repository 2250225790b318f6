package io.tenantproof.image;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An image's name with the digest of its manifest, so that it means the same content for ever.
 *
 * @param name repository and tag
 * @param digest as in {@code sha256:…}; empty where the tag alone says which one
 */
public record PinnedImage(ImageName name, Optional<String> digest) {

  // Only what Kubernetes and every registry know; https://github.com/opencontainers/image-spec.
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  /** Refuses a digest of another form. */
  public PinnedImage {
    digest.ifPresent(PinnedImage::check);
  }

  /**
   * Reads {@code repository:tag} or {@code repository:tag@sha256:…}.
   *
   * @throws IllegalArgumentException with what was expected, when it is neither
   */
  public static PinnedImage parse(String text) {
    int at = text.indexOf('@');
    return at < 0
        ? new PinnedImage(ImageName.parse(text), Optional.empty())
        : new PinnedImage(
            ImageName.parse(text.substring(0, at)), Optional.of(text.substring(at + 1)));
  }

  /** The same name with a digest. */
  public PinnedImage at(String other) {
    return new PinnedImage(name, Optional.of(other));
  }

  private static void check(String digest) {
    if (!DIGEST.matcher(digest).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is no digest; expected sha256: and 64 digits or letters a to f, as a push prints it."
              .formatted(digest));
    }
  }

  @Override
  public String toString() {
    return name + digest.map(one -> "@" + one).orElse("");
  }
}
