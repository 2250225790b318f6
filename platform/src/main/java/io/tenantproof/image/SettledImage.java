package io.tenantproof.image;

import io.tenantproof.file.Checksum;
import io.tenantproof.file.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An image of the engine without what differs from build to build: the times of files and of the
 * build, the order of files, ids of containers, and the engine's history. All of its own files
 * belong to root. Layers of a base image stay as they are, so that they are stored once.
 *
 * @param image the name that it gets
 * @param saved the image as the engine saved it
 * @param kept digests of the layers that stay, each of the unpacked layer
 */
record SettledImage(ImageName image, Path saved, Set<String> kept) {

  // What a container runs. The rest of the engine's configuration is about the build.
  private static final List<String> RUN =
      List.of(
          "User",
          "WorkingDir",
          "Env",
          "Entrypoint",
          "Cmd",
          "Volumes",
          "ExposedPorts",
          "Labels",
          "StopSignal",
          "Healthcheck",
          "Shell");

  /** Copies what it is given. */
  SettledImage {
    kept = Set.copyOf(kept);
  }

  /**
   * Writes it.
   *
   * @param scratch a folder for what is put together
   * @param archive the file to write
   * @return the image's id: the same for the same content
   */
  String write(Path scratch, Path archive) {
    try {
      return put(scratch, archive);
    } catch (IOException e) {
      throw new UncheckedIOException(saved + " can't be put together as " + image, e);
    }
  }

  private String put(Path scratch, Path archive) throws IOException {
    Path all = scratch.resolve("saved");
    LayerTar.unpack(saved, all);
    JsonNode manifest = read(all.resolve("manifest.json")).path(0);
    JsonNode configuration = read(all.resolve(manifest.path("Config").asString()));
    List<Path> layers = new ArrayList<>();
    for (JsonNode name : manifest.path("Layers")) {
      Path layer = scratch.resolve("layer-%d.tar".formatted(layers.size()));
      settle(all.resolve(name.asString()).toRealPath(), scratch.resolve("files"), layer);
      layers.add(layer);
    }
    return new ImageArchive(
            image, configuration.path("architecture").asString(), run(configuration))
        .write(layers, scratch, archive);
  }

  private void settle(Path layer, Path scratch, Path target) throws IOException {
    if (kept.contains("sha256:" + Checksum.of(layer))) {
      Files.copy(layer, target);
      return;
    }
    LayerTar.unpack(layer, scratch);
    LayerTar.ofTree(scratch, target);
    new FileTree(scratch).delete();
  }

  private static Map<String, Object> run(JsonNode configuration) {
    Map<String, Object> run = new TreeMap<>();
    for (String name : RUN) {
      JsonNode value = configuration.path("config").path(name);
      // Engines write what is not set as null, as empty, or not at all.
      if (!value.isMissingNode() && !value.isNull() && !(value.isContainer() && value.isEmpty())) {
        run.put(name, value);
      }
    }
    return run;
  }

  private static JsonNode read(Path file) {
    return JsonMapper.shared().readTree(file.toFile());
  }
}
