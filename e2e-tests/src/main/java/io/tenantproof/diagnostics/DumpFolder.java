package io.tenantproof.diagnostics;

import io.tenantproof.report.FolderPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Where a dump is written: nothing leaves it unredacted, and no problem goes further than it. */
final class DumpFolder {

  private final Path path;
  private final List<String> problems = new CopyOnWriteArrayList<>();

  DumpFolder(Path path) {
    this.path = path;
  }

  /** Writes a text without what must not leave a cluster. */
  void write(String name, String text) {
    Path file = path.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, Redaction.of(text));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be written", e);
    }
  }

  /** Gathers a part; what goes wrong is noted. */
  void attempt(String what, Runnable gathering) {
    try {
      gathering.run();
    } catch (RuntimeException e) {
      problems.add(what + ": " + e);
    }
  }

  /** Says what could not be gathered, and lists all that could. */
  void finish(String title) {
    if (!problems.isEmpty()) {
      attempt("problems", () -> write("problems.txt", String.join("\n", problems) + "\n"));
    }
    attempt("index", () -> list(title));
  }

  private void list(String title) {
    try (Stream<Path> all = Files.walk(path)) {
      List<String> names =
          all.filter(Files::isRegularFile)
              .map(file -> path.relativize(file).toString())
              .filter(name -> !name.equals("index.html"))
              .sorted()
              .toList();
      Files.writeString(path.resolve("index.html"), FolderPage.of(title, names));
    } catch (IOException e) {
      throw new UncheckedIOException(path + " can't be listed", e);
    }
  }
}
