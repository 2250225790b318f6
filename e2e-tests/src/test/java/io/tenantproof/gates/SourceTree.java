package io.tenantproof.gates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files that people write: all of the repository but what tools make.
 *
 * @param root the folder of the parent pom.xml
 */
record SourceTree(Path root) {

  static final List<String> MODULES = List.of("demo-api", "platform", "e2e-tests");

  private static final Set<String> MADE =
      Set.of(".git", "target", ".idea", ".vscode", ".settings", "node_modules");

  /** The tree around the folder that the test runs in. */
  static SourceTree find() {
    return Stream.iterate(
            Optional.of(Path.of("").toAbsolutePath()),
            Optional::isPresent,
            folder -> folder.map(Path::getParent))
        .flatMap(Optional::stream)
        .filter(folder -> MODULES.stream().allMatch(name -> isModule(folder.resolve(name))))
        .findFirst()
        .map(SourceTree::new)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No parent of %s holds the modules %s."
                        .formatted(Path.of("").toAbsolutePath(), MODULES)));
  }

  /** All files, in a fixed order; links are not followed. */
  List<Path> files() {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(root, new Collect(files));
    } catch (IOException e) {
      throw new UncheckedIOException(root + " can't be read", e);
    }
    return files.stream().sorted().toList();
  }

  /** The files whose name ends so. */
  List<Path> files(String ending) {
    return files().stream().filter(file -> file.toString().endsWith(ending)).toList();
  }

  /** The path as people write it: from the root. */
  String shown(Path file) {
    return root.relativize(file).toString();
  }

  /** The text of a file; empty where it is none. */
  static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file)).filter(text -> text.indexOf('\0') < 0);
    } catch (CharacterCodingException binary) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }

  private static boolean isModule(Path folder) {
    return Files.isRegularFile(folder.resolve("pom.xml"));
  }

  private static final class Collect extends SimpleFileVisitor<Path> {
    private final List<Path> files;

    private Collect(List<Path> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return MADE.contains(String.valueOf(folder.getFileName()))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      // In a worktree .git is a file.
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !file.endsWith(".git")) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
