package io.tenantproof.git;

import io.tenantproof.file.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * A folder as it is pushed: its files and links, without what belongs to a repository that is in
 * it, and with nothing of the machine around it.
 *
 * @param root the folder
 * @param files and links to push
 */
record PushedTree(Path root, List<Path> files) {

  private static final int LARGEST = 16 * 1024 * 1024;

  /**
   * The files of a folder, each looked at.
   *
   * @throws GitFailed when one is not to be pushed, before anything is changed
   */
  static PushedTree of(Path root) {
    List<Path> files =
        new FileTree(root)
            .files().stream().filter(file -> !isOfGit(root.relativize(file))).toList();
    files.forEach(file -> check(root, file));
    return new PushedTree(root, files);
  }

  void copyTo(Path target) {
    new FileTree(root).copy(files, target);
  }

  // A folder with one of its own would be pushed as a submodule: a number without any content.
  private static boolean isOfGit(Path file) {
    return StreamSupport.stream(file.spliterator(), false)
        .anyMatch(part -> part.toString().toLowerCase(Locale.ROOT).equals(".git"));
  }

  private static void check(Path root, Path file) {
    try {
      if (Files.isSymbolicLink(file)) {
        checkLink(root, file);
      } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new GitFailed("%s is no file, but a device or a pipe; remove it.".formatted(file));
      } else if (Files.size(file) > LARGEST) {
        throw new GitFailed(
            "%s is %,d bytes long, and a file of a GitOps tree is at most %,d; move it elsewhere."
                .formatted(file, Files.size(file), LARGEST));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }

  // Argo CD refuses all of a repository that holds one.
  private static void checkLink(Path root, Path file) throws IOException {
    Path target = Files.readSymbolicLink(file);
    Path led = Objects.requireNonNull(file.getParent()).resolve(target).normalize();
    boolean leaves = target.isAbsolute() || !led.startsWith(root.normalize());
    if (leaves || (Files.exists(file) && !file.toRealPath().startsWith(root.toRealPath()))) {
      throw new GitFailed(
          "%s is a link to %s, outside of the tree, which Argo CD refuses; put the file itself there."
              .formatted(file, target));
    }
  }
}
