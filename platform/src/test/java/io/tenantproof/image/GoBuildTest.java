package io.tenantproof.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantproof.image.Recipe.GoBinary;
import io.tenantproof.wait.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoBuildTest {

  // Compiles alone or says so; is linked only while another compiles, or when none is left.
  private static final String GO =
      """
      #!/bin/sh
      cd 'FOLDER' || exit 2
      for last; do :; done
      if [ "$1" = list ]; then echo "go: downloading example.org/words v1.0.0"; exit 0; fi
      [ "$last" = broken ] && { echo "broken: no such package" >&2; exit 1; }
      mkdir compiling 2>/dev/null || { echo "two compile" >&2; exit 3; }
      echo >> begun
      echo words
      rmdir compiling
      echo "$last"
      tries=0
      until [ "$(wc -l < begun)" -ge 2 ]; do
        tries=$((tries + 1))
        [ "$tries" -gt 1000 ] && { echo "none compiles meanwhile" >&2; exit 4; }
        sleep 0.01
      done
      """;

  @TempDir private Path folder;

  @Test
  void oneIsLinkedWhileAnotherIsCompiledAndNoTwoAreCompiledAtOnce() throws IOException {
    GoBuild go = go(2);
    ConcurrentLinkedQueue<String> details = new ConcurrentLinkedQueue<>();

    Together.each(
        2,
        List.of("a", "b"),
        name -> {
          go.build(binary(name), folder, folder.resolve(name), details::add);
          return List.of(name);
        });

    assertThat(details)
        .contains(
            "a: downloading example.org/words v1.0.0",
            "a: compiling, 1 packages, now words",
            "a: linking 2 packages",
            "b: linking 2 packages");
  }

  @Test
  void aBuildThatFailsLetsTheNextOneOn() throws IOException {
    GoBuild go = go(1);
    Files.writeString(folder.resolve("begun"), "\n");

    assertThatExceptionOfType(ImageUnavailable.class)
        .isThrownBy(() -> go.build(binary("broken"), folder, folder.resolve("x"), line -> {}))
        .withMessageContaining("x can't be built from its Go module (broken)")
        .withMessageContaining("broken: no such package");
    go.build(binary("a"), folder, folder.resolve("a"), line -> {});

    assertThat(folder.resolve("begun")).hasContent("\n\n");
  }

  private GoBuild go(int atOnce) throws IOException {
    GoToolchain toolchain = new GoToolchain("go1.99.0", "", folder, "http://localhost");
    Path go = folder.resolve("golang.org/toolchain@v0.0.1-go1.99.0.linux-amd64/bin/go");
    Files.createDirectories(go.getParent());
    Files.writeString(go, GO.replace("FOLDER", folder.toString()));
    Files.setPosixFilePermissions(go, PosixFilePermissions.fromString("rwx------"));
    return new GoBuild(toolchain, folder, new GoTurns(atOnce));
  }

  private static GoBinary binary(String name) {
    return new GoBinary(null, name, "/usr/bin/" + name, List.of(), Map.of());
  }
}
