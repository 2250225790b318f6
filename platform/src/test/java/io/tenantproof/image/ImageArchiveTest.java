package io.tenantproof.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.file.Checksum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImageArchiveTest {

  @TempDir private Path folder;

  @Test
  void theSameImageIsTheSameFileAndIdOnEveryMachine() throws IOException {
    String one = write("one", List.of("first", "second"));
    String two = write("two", List.of("first", "second"));

    assertThat(one)
        .as("the digest of the configuration")
        .isEqualTo(two)
        .isEqualTo("sha256:78982b9c2c56176f1234bc834574a0273d7d680188eff0cf334dc075539cf0d0");
    assertThat(folder.resolve("one/image.tar"))
        .hasSameBinaryContentAs(folder.resolve("two/image.tar"));
  }

  @Test
  void anotherLayerIsAnotherImage() throws IOException {
    assertThat(write("one", List.of("first"))).isNotEqualTo(write("two", List.of("second")));
  }

  @Test
  void theManifestNamesConfigurationTagAndLayersAsAnEngineWantsThem() throws IOException {
    String id = write("one", List.of("first", "second"));
    Map<String, byte[]> files = unpacked("one/image.tar");

    JsonNode manifest = json(files, "manifest.json");
    String config = manifest.at("/0/Config").asString();
    assertThat(manifest).hasSize(1);
    assertThat(manifest.at("/0/RepoTags")).isEqualTo(tree("[\"example.org/hello:1.0\"]"));
    assertThat(config).isEqualTo(id.substring("sha256:".length()) + ".json");
    assertThat(Checksum.of(new String(files.get(config), StandardCharsets.UTF_8)))
        .isEqualTo(id.substring("sha256:".length()));
    assertThat(manifest.at("/0/Layers")).hasSize(2);
    for (int layer = 0; layer < 2; layer++) {
      String name = manifest.at("/0/Layers/" + layer).asString();
      String text = new String(files.get(name), StandardCharsets.UTF_8);
      assertThat(text).isEqualTo(List.of("first", "second").get(layer));
      assertThat(json(files, config).at("/rootfs/diff_ids/" + layer).asString())
          .isEqualTo("sha256:" + Checksum.of(text));
    }
  }

  @Test
  void theConfigurationSaysHowItRuns() throws IOException {
    String id = write("one", List.of("first"));
    JsonNode all = json(unpacked("one/image.tar"), id.substring("sha256:".length()) + ".json");

    assertThat(all.at("/architecture").asString()).isEqualTo("amd64");
    assertThat(all.at("/os").asString()).isEqualTo("linux");
    assertThat(all.at("/rootfs/type").asString()).isEqualTo("layers");
    assertThat(all.at("/history")).hasSize(1);
    assertThat(all.at("/config"))
        .isEqualTo(
            tree(
                """
                {
                  "User": "999",
                  "WorkingDir": "/",
                  "Env": [
                    "A=1",
                    "B=2",
                    "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
                  ],
                  "Entrypoint": ["/usr/bin/hello"],
                  "Cmd": [],
                  "Volumes": {"/data": {}},
                  "ExposedPorts": {"8080/tcp": {}},
                  "Labels": {"a": "1", "b": "2"}
                }
                """));
  }

  @Test
  void theSameLayerTwiceIsOneFile() throws IOException {
    write("one", List.of("same", "same"));

    assertThat(unpacked("one/image.tar").keySet().stream().filter(name -> name.endsWith(".tar")))
        .hasSize(1);
  }

  private String write(String name, List<String> contents) throws IOException {
    Path scratch = Files.createDirectories(folder.resolve(name));
    List<Path> layers = new java.util.ArrayList<>();
    for (String content : contents) {
      layers.add(Files.writeString(scratch.resolve("layer-" + layers.size()), content));
    }
    CatalogueEntry entry = Recipes.in(folder.resolve("recipes")).entry();
    return new ImageArchive(
            entry.image(), entry.buildable().orElseThrow(), Map.of("b", "2", "a", "1"))
        .write(layers, scratch, scratch.resolve("image.tar"));
  }

  private Map<String, byte[]> unpacked(String name) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(Files.newInputStream(folder.resolve(name)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        files.put(entry.getName(), tar.readAllBytes());
      }
    }
    return files;
  }

  private static JsonNode json(Map<String, byte[]> files, String name) {
    return JsonMapper.shared().readTree(files.get(name));
  }

  private static JsonNode tree(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
