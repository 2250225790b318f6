package io.tenantproof.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder with all that is in it.
 *
 * @param root the folder
 */
public record FileTree(Path root) {

  /** All files and links below, in a fixed order. */
  public List<Path> files() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    // With a slash at its end a link as the root is the folder that it leads to.
    try (Stream<Path> all = Files.walk(root.resolve("."))) {
      return all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> root.resolve(root.resolve(".").relativize(file)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(root + " can't be read", e);
    }
  }

  /** Copies all that is below over another folder; links stay links, modes are kept. */
  public void copyTo(Path target) {
    copy(files(), target);
  }

  /** The same with some of its files and links alone. */
  public void copy(List<Path> chosen, Path target) {
    for (Path file : chosen) {
      Path copy = target.resolve(root.relativize(file).toString());
      try {
        Files.createDirectories(copy.getParent());
        Files.copy(
            file,
            copy,
            LinkOption.NOFOLLOW_LINKS,
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.COPY_ATTRIBUTES);
      } catch (IOException e) {
        throw new UncheckedIOException(file + " can't be copied to " + copy, e);
      }
    }
  }

  /**
   * Copies all that is below, with what a link leads to in its place; one to nowhere is left out.
   */
  public void copyWithoutLinksTo(Path target) {
    for (Path file : files()) {
      if (Files.exists(file)) {
        Path copy = target.resolve(root.relativize(file).toString());
        try {
          Path real = file.toRealPath();
          if (Files.isDirectory(real)) {
            new FileTree(real).copyWithoutLinksTo(copy);
          } else {
            Files.createDirectories(copy.getParent());
            Files.copy(real, copy, StandardCopyOption.COPY_ATTRIBUTES);
          }
        } catch (IOException e) {
          throw new UncheckedIOException(file + " can't be copied to " + copy, e);
        }
      }
    }
  }

  /** Deletes the folder and all that is in it; one that is not there is fine. */
  public void delete() {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.walkFileTree(root, new Delete());
    } catch (IOException e) {
      throw new UncheckedIOException(root + " can't be deleted", e);
    }
  }

  private static final class Delete extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
