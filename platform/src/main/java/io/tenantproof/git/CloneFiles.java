package io.tenantproof.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The files of a clone by their names in it, and of nothing else: a link that somebody committed
 * leads nowhere.
 *
 * @param folder of the clone
 */
record CloneFiles(Path folder) {

  /**
   * Where a file of the clone is.
   *
   * @throws GitFailed when that is outside of it
   */
  Path inside(String path) {
    Path file = folder.resolve(path).normalize();
    if (!file.startsWith(folder.normalize()) || leavesByALink(file)) {
      throw new GitFailed("%s leads out of the repository; nothing was done.".formatted(path));
    }
    return file;
  }

  void write(String path, String text) {
    Path file = inside(path);
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be written", e);
    }
  }

  String read(String path) {
    Path file = inside(path);
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }

  void delete(String path) {
    Path file = inside(path);
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be deleted", e);
    }
  }

  // The nearest part that is there says where the rest of the path will be.
  private boolean leavesByALink(Path file) {
    try {
      Path part = file;
      while (!Files.exists(part)) {
        if (Files.isSymbolicLink(part)) {
          return true;
        }
        part = Objects.requireNonNull(part.getParent());
      }
      return !part.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }
}
