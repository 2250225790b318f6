package io.tenantproof.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageKeyTest {

  @TempDir private Path folder;
  private Recipes recipes;
  private String before;

  @BeforeEach
  void aRecipe() {
    recipes = Recipes.in(folder.resolve("one"));
    before = recipes.key();
  }

  @Test
  void isTheSameOnEveryMachine() {
    assertThat(before)
        .as("raise ImageBuilder.ASSEMBLY when this changes on purpose")
        .isEqualTo("b27f404b2365d1b5afd1f8fd70b1b4b8");
  }

  @Test
  void theSameContentHasTheSameKeyElsewhereAndLater() throws IOException {
    Recipes copy = Recipes.in(folder.resolve("another"));
    Files.setLastModifiedTime(
        copy.folder().resolve("hello/rootfs/usr/bin/hello"), FileTime.fromMillis(0));
    copy.write("other-recipe/rootfs/file", "not of this image\n");

    assertThat(copy.key()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "tag: \"1.0\", tag: \"1.1\"",
    "/usr/bin/hi: hello, /usr/bin/hi: goodbye",
    "mode: \"0700\", mode: \"0755\"",
    "hello: 999, hello: 1000",
    "A: \"1\", A: \"3\"",
    "[/usr/bin/hello], '[/usr/bin/hello, --loud]'",
    "user: \"999\", user: \"0\"",
    "8080/tcp, 9090/tcp",
  })
  void aChangedRecipeChangesIt(String old, String changed) {
    recipes.catalogue(Recipes.HELLO.replace(old, changed));

    assertThat(recipes.key()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "used-by: this test, used-by: another",
    "'{B: \"2\", A: \"1\"}', '{A: \"1\", B: \"2\"}'",
  })
  void whatDoesNotChangeTheContentLeavesIt(String old, String changed) {
    recipes.catalogue(Recipes.HELLO.replace(old, changed));

    assertThat(recipes.key()).isEqualTo(before);
  }

  @Test
  void aChangedFileChangesIt() {
    recipes.write("hello/rootfs/usr/bin/hello", "#!/bin/bash\n");

    assertThat(recipes.key()).isNotEqualTo(before);
  }

  @Test
  void aNewFileChangesIt() {
    recipes.write("hello/rootfs/etc/empty", "");

    assertThat(recipes.key()).isNotEqualTo(before);
  }

  @Test
  void aFileThatBecomesAProgramChangesIt() throws IOException {
    Files.setPosixFilePermissions(
        recipes.folder().resolve("hello/rootfs/usr/bin/hello"),
        PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(recipes.key()).isNotEqualTo(before);
  }

  @Test
  void aLinkWithAnotherTargetChangesIt() throws IOException {
    Path link = recipes.folder().resolve("hello/rootfs/link");
    Files.createSymbolicLink(link, Path.of("one"));
    String one = recipes.key();
    Files.delete(link);
    Files.createSymbolicLink(link, Path.of("two"));

    assertThat(recipes.key()).isNotEqualTo(one).isNotEqualTo(before);
  }

  @Test
  void theToolchainCountsForGoModulesOnly() {
    recipes.catalogue(Recipes.HELLO.replace("sha256: abc", "sha256: def"));
    assertThat(recipes.key()).as("no Go in it").isEqualTo(before);

    String go =
        Recipes.HELLO.replace(
            "folder: hello", "folder: hello\n    go: [{package: ., output: /hello}]");
    recipes.write("hello/go.mod", "module hello\n");
    String withGo = recipes.catalogue(go).key();
    assertThat(recipes.catalogue(go.replace("sha256: abc", "sha256: def")).key())
        .isNotEqualTo(withGo);
  }

  @Test
  void aModuleInAnotherFolderCounts() {
    recipes.write("shared/go.mod", "module shared\n");
    recipes.catalogue(
        Recipes.HELLO.replace(
            "folder: hello",
            "folder: hello\n    go: [{module: shared, package: ., output: /hello}]"));
    String withModule = recipes.key();

    recipes.write("shared/go.sum", "changed\n");

    assertThat(recipes.key()).isNotEqualTo(withModule);
  }
}
