package io.tenantproof.image;

import io.tenantproof.command.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Tar files by GNU tar that depend on their content alone: sorted, without times, owners by number
 * (https://reproducible-builds.org/docs/archives/).
 */
final class LayerTar {

  private LayerTar() {}

  /** All that is in a folder, owned by root, writable by its owner only. */
  static void ofTree(Path root, Path tar) {
    write(root, tar, List.of("--owner=0", "--group=0", "--mode=u+rwX,go+rX,go-w"), List.of("."));
  }

  /** Files of a folder by name, in that order. */
  static void ofFiles(Path folder, Path tar, List<String> names) {
    write(folder, tar, List.of("--owner=0", "--group=0"), names);
  }

  /** One empty folder of another owner or mode. */
  static void ofDirectory(Path scratch, String path, Recipe.Directory directory, Path tar) {
    try {
      Path folder = Files.createDirectories(scratch.resolve(path.substring(1)));
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(path + " can't be made", e);
    }
    String owner = Integer.toString(directory.owner());
    write(
        scratch,
        tar,
        List.of(
            "--owner=" + owner, "--group=" + owner, "--mode=" + directory.mode(), "--no-recursion"),
        List.of("./" + path.substring(1)));
  }

  /** Lays out in a folder what is in a tar file, packed or not. */
  static void unpack(Path tar, Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " can't be made", e);
    }
    Command.of("tar", "--extract", "--no-same-owner", "--file=" + tar, "--directory=" + folder)
        .run();
  }

  private static void write(Path folder, Path tar, List<String> options, List<String> names) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "tar",
                "--create",
                "--file=" + tar,
                "--format=gnu",
                "--sort=name",
                "--mtime=@0",
                "--numeric-owner",
                "--no-acls",
                "--no-selinux",
                "--no-xattrs",
                "--directory=" + folder));
    words.addAll(options);
    words.addAll(names);
    Command.of(words).run();
  }
}
