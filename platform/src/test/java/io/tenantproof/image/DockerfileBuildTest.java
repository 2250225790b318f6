package io.tenantproof.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantproof.image.Images.Mode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerfileBuildTest {

  @TempDir private Path folder;
  private Recipes recipes;
  private Recipes source;
  private String before;

  @BeforeEach
  void anImageWithABase() {
    recipes = Recipes.in(folder.resolve("recipes"));
    source = new Recipes(folder.resolve("source"));
    source.write("Dockerfile", "FROM scratch\n");
    source.write("libs/a.jar", "a");
    before = key();
  }

  @Test
  void theSameContentHasTheSameKey() {
    source.write("README.md", "not of the image\n");

    assertThat(key()).isEqualTo(before).startsWith("docker-");
  }

  @Test
  void aChangedDockerfileChangesIt() {
    source.write("Dockerfile", "FROM scratch\nUSER 1\n");

    assertThat(key()).isNotEqualTo(before);
  }

  @Test
  void aNewFileInAFolderChangesIt() {
    source.write("libs/b.jar", "b");

    assertThat(key()).isNotEqualTo(before);
  }

  @Test
  void aChangedBaseChangesIt() {
    recipes.write("hello/rootfs/usr/bin/hello", "changed\n");

    assertThat(key()).isNotEqualTo(before);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> key(List.of("Dockerfile", "target/app.jar")))
        .withMessageContaining(source.folder().resolve("target/app.jar").toString());
  }

  private String key() {
    return key(List.of("Dockerfile", "libs"));
  }

  private String key(List<String> content) {
    return new DockerfileBuild(
            new ImageName("example.org/app", "1.0"),
            source.folder(),
            content,
            Map.of("BASE", recipes.entry()))
        .key(
            ImageShop.at(
                recipes.folder(), folder.resolve("cache"), "http://127.0.0.1:1", Mode.AUTO));
  }
}
