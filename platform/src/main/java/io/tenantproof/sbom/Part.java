package io.tenantproof.sbom;

import java.util.List;

/**
 * A package or module that is in an image.
 *
 * @param name as its own world calls it
 * @param version as its own world writes it
 * @param purl its address (https://github.com/package-url/purl-spec)
 * @param licences SPDX identifiers, or the short names of Debian's copyright files; empty where
 *     they are not known
 */
public record Part(String name, String version, String purl, List<String> licences) {

  /** Copies what it is given. */
  public Part {
    licences = List.copyOf(licences);
  }
}
