package io.tenantproof.gates;

import io.tenantproof.file.Checksum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;

/**
 * Which texts a gate found good in an earlier run, by their digests, so that it looks at new ones
 * alone. What is in doubt is looked at again: another version of the gate knows none.
 */
final class KnownGood {

  private final Path file;
  private final String gate;
  private final Set<String> digests;

  private KnownGood(Path file, String gate, Set<String> digests) {
    this.file = file;
    this.gate = gate;
    this.digests = digests;
  }

  /**
   * Reads what was remembered.
   *
   * @param file need not be there
   * @param gate the gate with its version; part of each digest
   */
  static KnownGood of(Path file, String gate) {
    try {
      return new KnownGood(
          file, gate, Files.exists(file) ? Set.copyOf(Files.readAllLines(file)) : Set.of());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read; delete it", e);
    }
  }

  /** Whether this very text was good. */
  boolean has(String text) {
    return digests.contains(digest(text));
  }

  /** Remembers these texts and no others. */
  void remember(Collection<String> texts) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, texts.stream().map(this::digest).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be written", e);
    }
  }

  private String digest(String text) {
    return Checksum.of(gate + '\0' + text);
  }
}
