package io.tenantproof.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tenantproof.debian.DebianArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootFilesystemTest {

  @TempDir private Path folder;
  private RootFilesystem root;

  @BeforeEach
  void anEmptyRoot() {
    root = new RootFilesystem(folder.resolve("root"));
  }

  @Test
  void debiansTopFoldersAreLinksBelowUsr() throws IOException {
    root.begin(true);

    for (String name : List.of("bin", "sbin", "lib", "lib64")) {
      assertThat(Files.readSymbolicLink(root.root().resolve(name))).isEqualTo(Path.of("usr", name));
      assertThat(root.root().resolve("usr").resolve(name)).isDirectory();
    }
  }

  @Test
  void withoutDebianItIsEmpty() {
    root.begin(false);

    assertThat(root.root()).isEmptyDirectory();
  }

  @Test
  void usersAndGroupsAreWrittenBesideRoot() {
    root.begin(false);
    overlay();

    assertThat(root.root().resolve("etc/passwd"))
        .hasContent(
            """
            root:x:0:0:root:/root:/sbin/nologin
            hello:x:999:999:hello:/home/hello:/sbin/nologin
            """);
    assertThat(root.root().resolve("etc/group")).hasContent("root:x:0:\nhello:x:999:\n");
    assertThat(root.root().resolve("etc/nsswitch.conf")).content().contains("hosts: files dns");
  }

  @Test
  void theRecipesFilesAndLinksLieOverWhatIsThere() throws IOException {
    root.begin(true);
    Files.createDirectories(root.at("/usr/bin"));
    Files.writeString(root.at("/usr/bin/hello"), "older");
    Files.writeString(root.at("/usr/bin/hi"), "older");
    Files.createDirectories(root.at("/etc"));
    Files.writeString(root.at("/etc/nsswitch.conf"), "own");

    overlay();

    assertThat(root.at("/bin/hello")).as("through /bin").hasContent("#!/bin/sh\n");
    assertThat(Files.readSymbolicLink(root.at("/usr/bin/hi"))).isEqualTo(Path.of("hello"));
    assertThat(root.at("/etc/nsswitch.conf")).hasContent("own");
  }

  @Test
  void authoritiesAreOneFileInAFixedOrderAndDocumentationIsDropped() throws IOException {
    root.begin(true);
    file("/usr/share/ca-certificates/mozilla/B.crt", "second\n");
    file("/usr/share/ca-certificates/mozilla/A.crt", "first\n");
    file("/usr/share/doc/hello/copyright", "text");
    file("/var/lib/dpkg/status", "text");

    root.unpack(new DebianArchive("http://127.0.0.1:1", "trixie", folder), List.of());

    assertThat(root.at("/etc/ssl/certs/ca-certificates.crt")).hasContent("first\nsecond\n");
    assertThat(root.at("/usr/share/doc")).doesNotExist();
    assertThat(root.at("/var/lib/dpkg")).doesNotExist();
  }

  @Test
  void whatARecipeDropsIsGoneAndWhatLiesBesideItStays() throws IOException {
    root.begin(true);
    file("/usr/lib/x86_64-linux-gnu/gconv/gconv-modules", "text");
    file("/usr/lib/x86_64-linux-gnu/libc.so.6", "text");
    Files.createSymbolicLink(
        root.at("/usr/lib/x86_64-linux-gnu/libmvec.so.1"), Path.of("libc.so.6"));

    root.drop(List.of("usr/lib/*/gconv", "usr/lib/*/libmvec.so.1"));

    assertThat(root.at("/usr/lib/x86_64-linux-gnu"))
        .isDirectoryNotContaining(path -> !path.endsWith("libc.so.6"))
        .isNotEmptyDirectory();
  }

  @Test
  void whatIsDroppedMustBeThere() {
    root.begin(true);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> root.drop(List.of("usr/lib/*/gcnov")))
        .withMessageContaining("usr/lib/*/gcnov");
  }

  @Test
  void aProgramIsExecutable() throws IOException {
    root.begin(false);
    file("/opt/program", "");
    assertThat(Files.isExecutable(root.at("/opt/program"))).isFalse();

    root.makeExecutable("/opt/program");

    assertThat(root.at("/opt/program")).isExecutable();
  }

  private void overlay() {
    Recipes recipes = Recipes.in(folder.resolve("recipes"));
    root.overlay(
        recipes.folder().resolve("hello/rootfs"), recipes.entry().buildable().orElseThrow());
  }

  private void file(String path, String text) throws IOException {
    Files.writeString(root.parentOf(path).resolve(root.at(path).getFileName()), text);
  }
}
