package io.tenantproof.image;

import io.tenantproof.file.Checksum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * An image as a file in the format of {@code docker save}, which every engine and containerd load:
 * configuration, layers and a manifest
 * (https://github.com/moby/docker-image-spec/blob/main/spec.md).
 *
 * @param image its name
 * @param architecture of its programs, as Go calls it
 * @param run what a container of it runs, and how
 */
record ImageArchive(ImageName image, String architecture, Map<String, Object> run) {

  /** An image that was made as a recipe says. */
  ImageArchive(ImageName image, Recipe recipe, Map<String, String> labels) {
    this(image, "amd64", run(recipe, labels));
  }

  /**
   * Writes the archive.
   *
   * @param layers tar files, lowest first
   * @param scratch a folder for what is put together
   * @param archive the file to write
   * @return the image's id: the digest of its configuration
   */
  String write(List<Path> layers, Path scratch, Path archive) {
    try {
      List<String> digests = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (Path layer : layers) {
        String digest = Checksum.of(layer);
        digests.add("sha256:" + digest);
        names.add(digest + ".tar");
        Files.move(layer, scratch.resolve(digest + ".tar"), StandardCopyOption.REPLACE_EXISTING);
      }
      String configuration = JsonMapper.shared().writeValueAsString(configuration(digests));
      String id = Checksum.of(configuration);
      Files.writeString(scratch.resolve(id + ".json"), configuration);
      Files.writeString(scratch.resolve("manifest.json"), manifest(id, names));
      List<String> all = new ArrayList<>(List.of("manifest.json", id + ".json"));
      all.addAll(names.stream().distinct().toList());
      LayerTar.ofFiles(scratch, archive, all);
      return "sha256:" + id;
    } catch (IOException e) {
      throw new UncheckedIOException(image + " can't be put together in " + scratch, e);
    }
  }

  private Map<String, Object> configuration(List<String> layerDigests) {
    Map<String, Object> configuration = new LinkedHashMap<>();
    configuration.put("architecture", architecture);
    configuration.put("os", "linux");
    configuration.put("created", "1970-01-01T00:00:00Z");
    configuration.put("config", run);
    // Sorted: the order of Map.of differs from JVM to JVM, and with it the image's id.
    configuration.put("rootfs", new TreeMap<>(Map.of("type", "layers", "diff_ids", layerDigests)));
    configuration.put("history", history(layerDigests.size()));
    return new TreeMap<>(configuration);
  }

  private static Map<String, Object> run(Recipe recipe, Map<String, String> labels) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("User", recipe.user());
    run.put("WorkingDir", recipe.workingDirectory());
    run.put("Env", environment(recipe));
    run.put("Entrypoint", recipe.entrypoint());
    run.put("Cmd", recipe.command());
    run.put("Volumes", emptyObjects(recipe.volumes()));
    run.put("ExposedPorts", emptyObjects(recipe.ports()));
    run.put("Labels", new TreeMap<>(labels));
    return run;
  }

  private static List<String> environment(Recipe recipe) {
    Map<String, String> all = new TreeMap<>(recipe.environment());
    all.putIfAbsent("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    return all.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
  }

  private static List<Map<String, String>> history(int layers) {
    return java.util.stream.IntStream.range(0, layers)
        .mapToObj(layer -> Map.of("created", "1970-01-01T00:00:00Z"))
        .collect(Collectors.toList());
  }

  private static Map<String, Map<String, String>> emptyObjects(List<String> names) {
    return names.stream()
        .collect(Collectors.toMap(name -> name, name -> Map.of(), (a, b) -> a, TreeMap::new));
  }

  private String manifest(String id, List<String> layers) {
    Map<String, Object> entry = new TreeMap<>();
    entry.put("Config", id + ".json");
    entry.put("RepoTags", List.of(image.toString()));
    entry.put("Layers", layers);
    return JsonMapper.shared().writeValueAsString(List.of(entry));
  }
}
