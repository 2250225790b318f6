package io.tenantproof.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {

  @TempDir private Path folder;
  private Path root;
  private Path outside;

  @BeforeEach
  void aTreeWithLinks() throws IOException {
    outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("precious"), "stays");
    root = folder.resolve("root");
    Files.createDirectories(root.resolve("b/c"));
    Files.writeString(root.resolve("b/c/file"), "content");
    Files.writeString(root.resolve("a"), "#!/bin/sh\n");
    Files.setPosixFilePermissions(root.resolve("a"), PosixFilePermissions.fromString("rwxr-x---"));
    Files.createSymbolicLink(root.resolve("b/dangling"), Path.of("nowhere"));
    Files.createSymbolicLink(root.resolve("z"), outside);
  }

  @Test
  void filesAndLinksAreListedInAFixedOrderAndLinksAreNotFollowed() {
    assertThat(new FileTree(root).files())
        .containsExactly(
            root.resolve("a"),
            root.resolve("b/c/file"),
            root.resolve("b/dangling"),
            root.resolve("z"));
    assertThat(new FileTree(folder.resolve("absent")).files()).isEmpty();
  }

  @Test
  void aCopyWithoutLinksHoldsWhatTheyLeadTo() throws IOException {
    Path copy = folder.resolve("copy");

    new FileTree(root).copyWithoutLinksTo(copy);

    assertThat(new FileTree(copy).files())
        .containsExactly(copy.resolve("a"), copy.resolve("b/c/file"), copy.resolve("z/precious"))
        .noneMatch(Files::isSymbolicLink);
    assertThat(copy.resolve("z/precious")).hasContent("stays");
    assertThat(Files.readSymbolicLink(root.resolve("z"))).isEqualTo(outside);
  }

  @Test
  void aCopyKeepsModesAndLinksAndLaysItselfOverWhatIsThere() throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    Files.writeString(copy.resolve("a"), "older");
    Files.writeString(copy.resolve("kept"), "kept");

    new FileTree(root).copyTo(copy);

    assertThat(copy.resolve("a")).hasContent("#!/bin/sh\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy.resolve("a"))))
        .isEqualTo("rwxr-x---");
    assertThat(copy.resolve("b/c/file")).hasContent("content");
    assertThat(copy.resolve("kept")).hasContent("kept");
    assertThat(Files.readSymbolicLink(copy.resolve("b/dangling"))).isEqualTo(Path.of("nowhere"));
    assertThat(Files.readSymbolicLink(copy.resolve("z"))).isEqualTo(outside);
  }

  @Test
  void deletingDoesNotFollowLinks() {
    new FileTree(root).delete();
    new FileTree(root).delete();

    assertThat(Files.exists(root, LinkOption.NOFOLLOW_LINKS)).isFalse();
    assertThat(outside.resolve("precious")).hasContent("stays");
  }
}
