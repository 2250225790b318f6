package io.tenantproof.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.command.Command;
import io.tenantproof.file.Checksum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SettledImageTest {

  private static final ImageName NAME = new ImageName("example.org/app", "1.0");

  @TempDir private Path folder;

  @Test
  void twoBuildsOfTheSameContentAreOneImage() throws IOException {
    Path one = saved("one", "app", "@1000", "--sort=name", "2026-01-01T00:00:00Z");
    Path two = saved("two", "app", "@2000", "--sort=none", "2026-02-02T00:00:00Z");

    assertThat(Checksum.of(one)).as("what the engine saved").isNotEqualTo(Checksum.of(two));
    assertThat(id("one", one)).isEqualTo(id("two", two));
    assertThat(folder.resolve("one/image.tar"))
        .hasSameBinaryContentAs(folder.resolve("two/image.tar"));
  }

  @Test
  void anotherContentIsAnotherImage() throws IOException {
    Path one = saved("one", "app", "@1000", "--sort=name", "2026-01-01T00:00:00Z");
    Path two = saved("two", "changed", "@1000", "--sort=name", "2026-01-01T00:00:00Z");

    assertThat(id("one", one)).isNotEqualTo(id("two", two));
  }

  @Test
  void theBaseStaysAsItIsAndWhatRunsToo() throws IOException {
    id("one", saved("one", "app", "@1000", "--sort=name", "2026-01-01T00:00:00Z"));
    LayerTar.unpack(folder.resolve("one/image.tar"), folder.resolve("unpacked"));

    JsonNode manifest = json("manifest.json").path(0);
    JsonNode configuration = json(manifest.path("Config").asString());
    assertThat(configuration.at("/rootfs/diff_ids/0").asString()).isEqualTo(digest("one"));
    assertThat(configuration.at("/config").toString())
        .isEqualTo("{\"Cmd\":[\"run\"],\"StopSignal\":\"SIGTERM\",\"User\":\"10001\"}");
    assertThat(configuration.toString()).doesNotContain("2026").doesNotContain("engine");
    assertThat(configuration.path("architecture").asString()).isEqualTo("arm64");
    assertThat(manifest.path("RepoTags").path(0).asString()).isEqualTo(NAME.toString());
  }

  private String id(String name, Path saved) throws IOException {
    return new SettledImage(NAME, saved, Set.of(digest(name)))
        .write(folder.resolve(name), folder.resolve(name).resolve("image.tar"));
  }

  private JsonNode json(String name) {
    return JsonMapper.shared().readTree(folder.resolve("unpacked").resolve(name).toFile());
  }

  private String digest(String name) {
    return "sha256:" + Checksum.of(folder.resolve(name).resolve("save/base/layer.tar"));
  }

  // As an engine saves it: a base that is always the same, and a layer with the times of its build.
  private Path saved(String name, String content, String time, String sort, String created)
      throws IOException {
    Path save = folder.resolve(name).resolve("save");
    tar("base", "base", save, "@7", "--sort=name");
    tar("own", content, save, time, sort);
    Map<String, Object> configuration =
        Map.of(
            "architecture",
            "arm64",
            "created",
            created,
            "docker_version",
            "engine " + name,
            "config",
            Map.of(
                "User",
                "10001",
                "Cmd",
                List.of("run"),
                "StopSignal",
                "SIGTERM",
                "Image",
                "sha256:engine-" + name,
                "Hostname",
                "engine",
                "Volumes",
                Map.of()));
    Map<String, Object> manifest =
        Map.of("Config", "c.json", "Layers", List.of("base/layer.tar", "own/layer.tar"));
    JsonMapper.shared().writeValue(save.resolve("c.json").toFile(), configuration);
    JsonMapper.shared().writeValue(save.resolve("manifest.json").toFile(), List.of(manifest));
    Path saved = folder.resolve(name).resolve("saved.tar");
    Command.of("tar", "--create", "--file=" + saved, "--directory=" + save, ".").run();
    return saved;
  }

  private void tar(String layer, String content, Path save, String time, String sort)
      throws IOException {
    Path tree = save.resolveSibling("tree-" + layer);
    for (String file : List.of("b", "a", "d/c")) {
      Path path = tree.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, content + " " + file);
    }
    Files.createDirectories(save.resolve(layer));
    List<String> words =
        new ArrayList<>(List.of("tar", "--create", sort, "--owner=0", "--group=0"));
    words.addAll(
        List.of(
            "--mtime=" + time,
            "--file=" + save.resolve(layer).resolve("layer.tar"),
            "--directory=" + tree,
            "."));
    Command.of(words).run();
  }
}
