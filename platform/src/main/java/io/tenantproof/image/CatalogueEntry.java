package io.tenantproof.image;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One image of the catalogue.
 *
 * @param name repository, as upstream calls it
 * @param tag version, as upstream calls it
 * @param digest manifest digest of upstream's image, once it was seen in its registry
 * @param licence SPDX identifier
 * @param usedBy who wants it
 * @param role what it is in a run
 * @param purpose what it is for, where several images can do the same: the first of them that can
 *     be had is used
 * @param optional whether a run goes on without it
 * @param recipe how it is built from packages; absent where it can only be pulled
 */
public record CatalogueEntry(
    String name,
    String tag,
    @Nullable String digest,
    String licence,
    @JsonProperty("used-by") String usedBy,
    Role role,
    @JsonProperty("for") @Nullable String purpose,
    @Nullable Boolean optional,
    @Nullable Recipe recipe) {

  /** What an image is in a run. */
  public enum Role {
    /** A part of the platform: always loaded into the node. */
    @JsonProperty("platform")
    PLATFORM,
    /** A part of the node image built here: loaded where that one is used. */
    @JsonProperty("system")
    SYSTEM,
    /** The node itself. */
    @JsonProperty("node")
    NODE,
    /** A base of an image that is built with a Dockerfile. */
    @JsonProperty("base")
    BASE,
    /** A tool of a spec: had when the spec runs, and never loaded into a node. */
    @JsonProperty("test")
    TEST
  }

  /** Without a role an image is a part of the platform; it is needed unless it says otherwise. */
  public CatalogueEntry {
    require(name, "name");
    require(tag, "tag");
    require(licence, "licence");
    require(usedBy, "used-by");
    role = role == null ? Role.PLATFORM : role;
    optional = optional != null && optional;
  }

  /** An image that the catalogue does not have and somebody names: it is found or pulled. */
  public static CatalogueEntry unlisted(ImageName image, String usedBy, Role role) {
    return new CatalogueEntry(
        image.repository(), image.tag(), null, "not known", usedBy, role, null, false, null);
  }

  private static void require(@Nullable String value, String key) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("an image has no " + key);
    }
  }

  /** Name and tag. */
  public ImageName image() {
    return new ImageName(name, tag);
  }

  /** What is asked of a registry: the digest where it is known, else the tag. */
  public String reference() {
    return digest == null ? image().toString() : name + "@" + digest;
  }

  /** What it is for; an image that says nothing is for itself. */
  public String need() {
    return purpose == null ? image().toString() : purpose;
  }

  /** Whether a run goes on without it. */
  public boolean canBeLeftOut() {
    return Boolean.TRUE.equals(optional);
  }

  /** How it is built, where it can be. */
  public Optional<Recipe> buildable() {
    return Optional.ofNullable(recipe);
  }
}
