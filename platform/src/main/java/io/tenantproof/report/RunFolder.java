package io.tenantproof.report;

import io.tenantproof.run.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the report of a run is kept: {@code index.html} for people, {@code run.json} for programs,
 * {@code summary.md} for the page of a job.
 *
 * @param path of the folder; it is made where it is missing
 */
public record RunFolder(Path path) {

  /** The page. */
  public Path page() {
    return path.resolve("index.html");
  }

  /** What the page is made from. */
  public Path json() {
    return path.resolve("run.json");
  }

  /** Writes all three; what was there before is replaced. */
  public void write(Run run) {
    try {
      Files.createDirectories(path);
      // First what all else can be made from again.
      Files.writeString(json(), RunJson.of(run) + "\n");
      Files.writeString(page(), RunPage.of(run));
      Files.writeString(path.resolve("summary.md"), RunMarkdown.of(run));
    } catch (IOException e) {
      throw new UncheckedIOException("the report can't be written to " + path, e);
    }
  }

  /**
   * The run that was written last.
   *
   * @throws IllegalStateException where there is none, or none that can be read, with the cure
   */
  public Run read() {
    if (!Files.isRegularFile(json())) {
      throw new IllegalStateException(
          "Expected the report of a run at %s, found none. Run `make verify` first; `tenantproof prove` writes isolation.html."
              .formatted(json()));
    }
    try {
      return RunJson.read(Files.readString(json()));
    } catch (IllegalArgumentException | IOException e) {
      throw new IllegalStateException(
          "%s can't be read: %s. Run `make verify` again.".formatted(json(), e.getMessage()), e);
    }
  }
}
