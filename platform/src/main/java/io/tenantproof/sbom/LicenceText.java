package io.tenantproof.sbom;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The licence that a text is, told by sentences that only it has. */
final class LicenceText {

  /** Sentences that must all be there. */
  private record Sign(String licence, List<String> sentences) {}

  // The first that fits: a licence stands before one whose sentences it has too.
  private static final List<Sign> SIGNS =
      List.of(
          new Sign("Apache-2.0", List.of("apache license", "version 2.0, january 2004")),
          new Sign("Apache-2.0", List.of("licensed under the apache license, version 2.0")),
          new Sign("MPL-2.0", List.of("mozilla public license", "version 2.0")),
          new Sign("AGPL-3.0", List.of("gnu affero general public license", "version 3")),
          new Sign("LGPL-3.0", List.of("gnu lesser general public license", "version 3")),
          new Sign("LGPL-2.1", List.of("gnu lesser general public license", "version 2.1")),
          new Sign("GPL-3.0", List.of("gnu general public license", "version 3")),
          new Sign("GPL-2.0", List.of("gnu general public license", "version 2")),
          new Sign(
              "BSD-3-Clause",
              List.of("redistribution and use in source and binary forms", "neither the name")),
          new Sign("BSD-2-Clause", List.of("redistribution and use in source and binary forms")),
          new Sign(
              "MIT",
              List.of(
                  "permission is hereby granted, free of charge",
                  "the above copyright notice and this permission notice")),
          new Sign(
              "ISC", List.of("permission to use, copy, modify, and or distribute this software")),
          new Sign("ISC", List.of("permission to use, copy, modify, and distribute this software")),
          new Sign("CC0-1.0", List.of("cc0 1.0 universal")),
          new Sign("Unlicense", List.of("this is free and unencumbered software")));

  private LicenceText() {}

  /** Its SPDX identifier, where the text is one that is known. */
  static Optional<String> licence(String text) {
    String flat = text.toLowerCase(Locale.ROOT).replaceAll("[\\s*#/]+", " ");
    return SIGNS.stream()
        .filter(sign -> sign.sentences().stream().allMatch(flat::contains))
        .map(Sign::licence)
        .findFirst();
  }
}
