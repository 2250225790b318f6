package io.tenantproof.measured;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the bench leaves what it has measured: a file in JSON for each subcommand, and a page of
 * all.
 *
 * @param path of the folder; it is made where it is missing
 */
public record BenchFolder(Path path) {

  /** The page. */
  public Path page() {
    return path.resolve("index.html");
  }

  /** The file of a subcommand, there or not. */
  public Path file(String name) {
    return path.resolve(name + ".json");
  }

  /** Keeps what was measured; what was measured before is replaced. */
  public void write(BenchFile measured) {
    write(file(measured.name()), measured.json() + "\n");
  }

  /** Writes the page. */
  public void write(String page) {
    write(page(), page);
  }

  /**
   * What a subcommand has measured last; empty where it has not.
   *
   * @throws IllegalArgumentException where its file can't be read, with the cure
   */
  public Optional<BenchFile> read(String name) {
    Path file = file(name);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(BenchFile.read(Files.readString(file)));
    } catch (IllegalArgumentException | IOException e) {
      throw new IllegalArgumentException(
          "%s can't be read: %s. Measure it again: `tenantproof bench %s`."
              .formatted(file, e.getMessage(), name),
          e);
    }
  }

  private void write(Path file, String text) {
    try {
      Files.createDirectories(path);
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("what was measured can't be written to " + file, e);
    }
  }
}
