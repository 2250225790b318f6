package io.tenantproof.report;

import io.tenantproof.isolation.Proof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a proof is kept: {@code isolation.html} for people, {@code isolation.json} for programs.
 *
 * @param path of the folder; it is made where it is missing
 */
public record ReportFolder(Path path) {

  /** The page. */
  public Path page() {
    return path.resolve("isolation.html");
  }

  /** Writes both; what was there before is replaced. */
  public void write(Proof proof) {
    try {
      Files.createDirectories(path);
      Files.writeString(path.resolve("isolation.json"), ProofJson.of(proof) + "\n");
      Files.writeString(page(), MatrixPage.of(proof));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the report can't be written to %s; name another folder with --report".formatted(path),
          e);
    }
  }
}
