package io.tenantproof.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * What ran, by name and version.
 *
 * @param cluster its name
 * @param components versions of what the images run on, as in {@code Kubernetes v1.36.4}
 * @param images that the catalogue lists, and others that were running
 * @param missing what could not be had, and why
 */
public record Inventory(
    String cluster, List<Component> components, List<Image> images, List<String> missing) {

  /** Copies what it is given. */
  public Inventory {
    components = List.copyOf(components);
    images = List.copyOf(images);
    missing = List.copyOf(missing);
  }

  /** Nothing, for a reason. */
  public static Inventory none(String why) {
    return new Inventory("", List.of(), List.of(), List.of(why));
  }

  /**
   * Something with a version.
   *
   * @param name of it
   * @param version of it
   */
  public record Component(String name, String version) {}

  /**
   * An image.
   *
   * @param name with its tag
   * @param usedBy who wants it; empty where the catalogue does not list it
   * @param licence SPDX identifier; empty where the catalogue does not list it
   * @param running whether a pod ran it when the specs ended
   * @param digest of what ran; else the one that the catalogue expects of a registry
   */
  public record Image(
      String name,
      String usedBy,
      String licence,
      boolean running,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> digest) {}
}
