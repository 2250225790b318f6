package io.tenantproof.delivery;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name that an image is published under: a registry's host and a path in lower case
 * (https://github.com/opencontainers/distribution-spec/blob/main/spec.md).
 *
 * @param text host and path, as in {@code ghcr.io/tenantproof/demo-api}
 */
public record PublishedName(String text) {

  private static final Pattern HOST = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]{1,5})?");
  private static final Pattern PATH =
      Pattern.compile("[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*");

  // Clients that go by the specification take no longer ones.
  private static final int LONGEST = 255;

  /**
   * The name for an image of a repository of source code; forges write those in any case,
   * registries take lower case only.
   *
   * @param host of the registry, as in {@code ghcr.io}
   * @param source owner and repository, as in {@code TenantProof/Kit}
   * @param image below the repository; empty where the repository is the image's own name
   * @throws BadImageName with the part that no registry takes
   */
  public static PublishedName of(String host, String source, String image) {
    String registry = host.toLowerCase(Locale.ROOT);
    String path =
        (image.isEmpty() ? source : source + "/" + image).strip().toLowerCase(Locale.ROOT);
    if (!HOST.matcher(registry).matches()) {
      throw new BadImageName(
          "The registry \"%s\": expected a host, with a port where it has one, as in ghcr.io."
              .formatted(host));
    }
    if (source.isBlank()) {
      throw new BadImageName(
          "The repository is empty: expected OWNER/REPOSITORY, as in tenantproof/kit.");
    }
    for (String part : path.split("/", -1)) {
      if (!PATH.matcher(part).matches()) {
        throw new BadImageName(
            "The part \"%s\" of \"%s\": expected letters and digits with single . or _, __ or dashes between them, as in tenantproof/kit. Rename it, or name the image yourself."
                .formatted(part, path));
      }
    }
    String whole = registry + "/" + path;
    if (whole.length() > LONGEST) {
      throw new BadImageName(
          "\"%s…\" has %d characters: expected %d at the most, the registry's host included. Name the image yourself."
              .formatted(whole.substring(0, 40), whole.length(), LONGEST));
    }
    return new PublishedName(whole);
  }

  @Override
  public String toString() {
    return text;
  }
}
