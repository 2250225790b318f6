package io.tenantproof.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.command.Command;
import io.tenantproof.file.Checksum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerTarTest {

  @TempDir private Path folder;

  @Test
  void theSameContentIsTheSameBytesWhateverTimesUmaskAndOrder() throws IOException {
    Path one = tree("one", List.of("b", "a", "d/c"), "rw-r--r--", "rwxr-xr-x", 1_000);
    Path two = tree("two", List.of("d/c", "a", "b"), "rw-rw-r--", "rwxrwxr-x", 2_000_000);

    LayerTar.ofTree(one, folder.resolve("one.tar"));
    LayerTar.ofTree(two, folder.resolve("two.tar"));

    assertThat(folder.resolve("one.tar")).hasSameBinaryContentAs(folder.resolve("two.tar"));
  }

  @Test
  void anotherContentIsAnotherFile() throws IOException {
    Path one = tree("one", List.of("a"), "rw-r--r--", "rwxr-xr-x", 1_000);
    Path two = tree("two", List.of("a"), "rwxr-xr-x", "rwxr-xr-x", 1_000);

    LayerTar.ofTree(one, folder.resolve("one.tar"));
    LayerTar.ofTree(two, folder.resolve("two.tar"));

    assertThat(Checksum.of(folder.resolve("one.tar")))
        .as("a program is not the same as a file")
        .isNotEqualTo(Checksum.of(folder.resolve("two.tar")));
  }

  @Test
  void allBelongsToRootAndOnlyTheOwnerWrites() throws IOException {
    Path tree = tree("tree", List.of("file"), "rw-rw-rw-", "rwxrwxrwx", 1_000);
    Files.createSymbolicLink(tree.resolve("link"), Path.of("file"));

    LayerTar.ofTree(tree, folder.resolve("layer.tar"));

    assertThat(listed("layer.tar"))
        .containsExactly(
            "drwxr-xr-x 0/0 ./", "-rw-r--r-- 0/0 ./file", "lrwxr-xr-x 0/0 ./link -> file");
  }

  @Test
  void aDirectoryHasItsOwnerAndModeAndBringsNothingElse() {
    Path scratch = folder.resolve("scratch");

    LayerTar.ofDirectory(
        scratch, "/home/hello", new Recipe.Directory(999, "0775"), folder.resolve("home.tar"));
    LayerTar.ofDirectory(
        scratch, "/home", new Recipe.Directory(0, "1777"), folder.resolve("parent.tar"));

    assertThat(listed("home.tar")).containsExactly("drwxrwxr-x 999/999 ./home/hello/");
    assertThat(listed("parent.tar")).containsExactly("drwxrwxrwt 0/0 ./home/");
  }

  @Test
  void filesStandInTheOrderTheyAreNamed() throws IOException {
    Path tree = tree("tree", List.of("a", "b", "c"), "rw-r--r--", "rwxr-xr-x", 1_000);

    LayerTar.ofFiles(tree, folder.resolve("files.tar"), List.of("c", "a"));

    assertThat(listed("files.tar")).containsExactly("-rw-r--r-- 0/0 c", "-rw-r--r-- 0/0 a");
  }

  private Path tree(String name, List<String> files, String mode, String folderMode, long time)
      throws IOException {
    Path root = Files.createDirectories(folder.resolve(name));
    for (String file : files) {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "content of " + file);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
      Files.setLastModifiedTime(path, FileTime.fromMillis(time));
      Files.setPosixFilePermissions(path.getParent(), PosixFilePermissions.fromString(folderMode));
    }
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString(folderMode));
    return root;
  }

  private List<String> listed(String name) {
    // Mode, owner, size, date, time, name.
    return Command.of(
            "tar", "--list", "--verbose", "--numeric-owner", "--file=" + folder.resolve(name))
        .run()
        .stream()
        .map(line -> line.split(" +", 6))
        .map(parts -> parts[0] + " " + parts[1] + " " + parts[5])
        .toList();
  }
}
