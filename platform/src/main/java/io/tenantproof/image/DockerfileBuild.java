package io.tenantproof.image;

import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.model.BuildResponseItem;
import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.file.Checksum;
import io.tenantproof.file.FileTree;
import io.tenantproof.image.CachedImage.Source;
import io.tenantproof.progress.Progress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An image of the user's own, built by the container engine from a Dockerfile whose base images are
 * arguments.
 *
 * @param image its name
 * @param folder the folder that the Dockerfile copies from
 * @param content the files and folders below it that the image depends on
 * @param bases argument name to base image
 */
public record DockerfileBuild(
    ImageName image, Path folder, List<String> content, Map<String, CatalogueEntry> bases) {

  /**
   * Builds it, unless the same content was built before.
   *
   * @param images gets the base images
   * @param shop where it is kept
   * @throws ImageUnavailable when the engine can't build it, with the engine's words
   */
  public CachedImage build(
      Images images, ImageShop shop, ContainerEngine engine, Progress.Step step) {
    String key = key(shop);
    return shop.cache()
        .find(key)
        .orElseGet(() -> buildNow(images, shop, new EngineImages(engine), key, step));
  }

  private CachedImage buildNow(
      Images images, ImageShop shop, EngineImages engine, String key, Progress.Step step) {
    List<Need> needs = Need.of(List.copyOf(bases.values()));
    for (CachedImage base : images.get(needs, Progress.silent()).images()) {
      step.detail("base image " + base.image());
      images.load(base);
    }
    BuildImageResultCallback lines =
        new BuildImageResultCallback() {
          @Override
          public void onNext(BuildResponseItem item) {
            Optional.ofNullable(item.getStream())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .ifPresent(line -> step.detail(image + ": " + line));
            super.onNext(item);
          }
        };
    var command =
        engine
            .engine()
            .client()
            .buildImageCmd(folder.toFile())
            .withTags(Set.of(image.toString()))
            .withLabels(Map.of(ImageBuilder.KEY_LABEL, key));
    bases.forEach((argument, base) -> command.withBuildArg(argument, base.image().toString()));
    try {
      command.exec(lines).awaitImageId();
    } catch (DockerClientException e) {
      throw new ImageUnavailable(
          "%s can't be built from %s: %s"
              .formatted(image, folder.resolve("Dockerfile"), e.getMessage()),
          e);
    }
    InspectImageResponse built = engine.find(image).orElseThrow();
    Path file = shop.cache().scratch().resolve(key + ".tar");
    engine.save(image, file);
    return shop.cache().put(key, image, Source.BUILT, String.valueOf(built.getId()), file);
  }

  String key(ImageShop shop) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("image", image.toString());
    for (String name : content) {
      Path path = folder.resolve(name);
      List<Path> files =
          java.nio.file.Files.isDirectory(path) ? new FileTree(path).files() : List.of(path);
      files.forEach(file -> parts.put(folder.relativize(file).toString(), Checksum.of(file)));
    }
    new TreeMap<>(bases)
        .forEach(
            (argument, base) ->
                parts.put(
                    argument,
                    base.buildable()
                        .map(recipe -> shop.builder().key(base, recipe))
                        .orElse(base.reference())));
    return "docker-" + Checksum.of(parts.toString()).substring(0, 32);
  }
}
