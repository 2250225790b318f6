package io.tenantproof.image;

import java.util.regex.Pattern;

/**
 * An image's name in full, as manifests write it.
 *
 * @param repository registry host and path, as in {@code quay.io/argoproj/argocd}
 * @param tag as in {@code v3.6.1}
 */
public record ImageName(String repository, String tag) {

  // https://github.com/distribution/reference: path components in lower case, tag of 128 at most.
  private static final String HOST = "[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?";
  private static final String COMPONENT = "[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*";
  private static final Pattern REPOSITORY =
      Pattern.compile("(%s/)?%s(/%2$s)*".formatted(HOST, COMPONENT));
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");

  /** Refuses what no registry would take. */
  public ImageName {
    if (!REPOSITORY.matcher(repository).matches() || !TAG.matcher(tag).matches()) {
      throw new IllegalArgumentException(
          "\"%s:%s\" is no image name; expected lower-case repository, colon, tag, as in quay.io/argoproj/argocd:v3.6.1."
              .formatted(repository, tag));
    }
  }

  /** Reads {@code repository:tag}. */
  public static ImageName parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < text.lastIndexOf('/') + 1) {
      throw new IllegalArgumentException(
          "\"%s\" has no tag; expected repository:tag, as in quay.io/argoproj/argocd:v3.6.1."
              .formatted(text));
    }
    return new ImageName(text.substring(0, colon), text.substring(colon + 1));
  }

  /** The registry's host: what stands before the first slash, Docker Hub where that is no host. */
  public String registry() {
    String first = repository.contains("/") ? repository.substring(0, repository.indexOf('/')) : "";
    return first.contains(".") || first.contains(":") || first.equals("localhost")
        ? first
        : "docker.io";
  }

  @Override
  public String toString() {
    return repository + ":" + tag;
  }
}
