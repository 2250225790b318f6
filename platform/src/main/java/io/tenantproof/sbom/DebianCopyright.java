package io.tenantproof.sbom;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a Debian package's copyright file says, where a machine can read it
 * (https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/).
 */
final class DebianCopyright {

  private static final Pattern FORMAT =
      Pattern.compile("\\AFormat(-Specification)?:", Pattern.CASE_INSENSITIVE);
  private static final Pattern LICENCE =
      Pattern.compile("^License:[ \\t]*(\\S.*)$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  private DebianCopyright() {}

  /** The short names of all its licences, in order; empty where only a person can read it. */
  static List<String> licences(String text) {
    if (!FORMAT.matcher(text.strip()).find()) {
      return List.of();
    }
    return LICENCE
        .matcher(text)
        .results()
        .map(found -> found.group(1).strip())
        .distinct()
        .sorted()
        .toList();
  }
}
