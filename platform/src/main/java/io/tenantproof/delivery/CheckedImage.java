package io.tenantproof.delivery;

import io.tenantproof.image.PinnedImage;
import io.tenantproof.registry.ImageRegistry;
import java.util.List;
import java.util.Optional;

/**
 * An image that a registry was asked for.
 *
 * @param image with its digest
 * @param checks what was found, a line each
 */
public record CheckedImage(PinnedImage image, List<String> checks) {

  /** Copies what it is given. */
  public CheckedImage {
    checks = List.copyOf(checks);
  }

  /** One that no registry was asked for. */
  public static CheckedImage unchecked(PinnedImage image) {
    return new CheckedImage(image, List.of("not whether the registry has the image"));
  }

  /**
   * Asks the image's registry what its tag names; a digest that is given must be that one.
   *
   * @throws BadImageName when the registry has no such tag, or another image under it
   */
  public static CheckedImage of(PinnedImage image, ImageRegistry registry) {
    String found =
        registry
            .digest(image.name())
            .orElseThrow(
                () ->
                    new BadImageName(
                        "%s has no tag %s of %s: push the image first, or promote another tag."
                            .formatted(
                                image.name().registry(),
                                image.name().tag(),
                                image.name().repository())));
    Optional<String> other = image.digest().filter(digest -> !digest.equals(found));
    if (other.isPresent()) {
      throw new BadImageName(
          "%s is %s in its registry; expected %s: somebody has moved the tag. Promote the digest that was built, under a tag of its own."
              .formatted(image.name(), found, other.get()));
    }
    return new CheckedImage(
        image.at(found), List.of("the tag names that digest in " + image.name().registry()));
  }
}
