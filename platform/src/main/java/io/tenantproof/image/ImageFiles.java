package io.tenantproof.image;

import io.tenantproof.command.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of an image that was built from its recipe: all are in its lowest layer.
 *
 * @param image the image in the cache
 */
public record ImageFiles(CachedImage image) {

  /**
   * Lays out some of them in a folder.
   *
   * @param paths where they are in the image
   * @param scratch a folder for the layer
   * @param folder the folder, which gets them below their paths
   */
  public void unpack(List<String> paths, Path scratch, Path folder) {
    LayerTar.unpack(image.archive(), scratch);
    String lowest =
        JsonMapper.shared()
            .readTree(scratch.resolve("manifest.json").toFile())
            .at("/0/Layers/0")
            .asString();
    List<String> words =
        new ArrayList<>(
            List.of(
                "tar",
                "--extract",
                "--no-same-owner",
                "--file=" + scratch.resolve(lowest),
                "--directory=" + folder));
    paths.forEach(path -> words.add("." + path));
    Command.of(words).run();
  }
}
