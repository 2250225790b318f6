package io.tenantproof.image;

import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.model.BuildResponseItem;
import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.file.Checksum;
import io.tenantproof.file.FileTree;
import io.tenantproof.image.CachedImage.Source;
import io.tenantproof.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An image of the user's own, built by the container engine from a Dockerfile whose base images are
 * arguments. The same content has the same id, whenever and wherever it is built.
 *
 * @param image its name
 * @param folder the folder that the Dockerfile copies from
 * @param content the files and folders below it that the image depends on
 * @param bases argument name to base image
 */
public record DockerfileBuild(
    ImageName image, Path folder, List<String> content, Map<String, CatalogueEntry> bases) {

  // Raise it when the way that images are put together changes.
  private static final int ASSEMBLY = 2;

  // What the engine built has a tag of its own until times and history are taken out of it.
  private static final String UNSETTLED = "-unsettled";
  private static final String ARCHIVE = "image.tar";

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
        .orElseGet(
            () ->
                inScratch(
                    shop,
                    scratch -> {
                      EngineImages there = new EngineImages(engine);
                      String id = write(images, there, key, true, scratch, step);
                      Path archive = scratch.resolve(ARCHIVE);
                      CachedImage built = shop.cache().put(key, image, Source.BUILT, id, archive);
                      there.load(built);
                      return built;
                    }));
  }

  /**
   * Builds it anew, without anything that was built before, and keeps nothing of it.
   *
   * @param images gets the base images
   * @param shop whose scratch folder is used
   * @return its id
   * @throws ImageUnavailable when the engine can't build it, with the engine's words
   */
  public String anew(Images images, ImageShop shop, ContainerEngine engine, Progress.Step step) {
    return inScratch(
        shop, scratch -> write(images, new EngineImages(engine), key(shop), false, scratch, step));
  }

  private <T> T inScratch(ImageShop shop, Function<Path, T> work) {
    try {
      Path scratch = Files.createTempDirectory(shop.cache().scratch(), "docker");
      try {
        return work.apply(scratch);
      } finally {
        new FileTree(scratch).delete();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(image + " can't be put together", e);
    }
  }

  private String write(
      Images images,
      EngineImages engine,
      String key,
      boolean remembered,
      Path scratch,
      Progress.Step step) {
    List<Need> needs = Need.of(List.copyOf(bases.values()));
    Set<String> layers = new HashSet<>();
    for (CachedImage base : images.get(needs, Progress.silent()).images()) {
      step.detail("base image " + base.image());
      images.load(base);
      layers.addAll(engine.layers(base.image()));
    }
    ImageName unsettled = new ImageName(image.repository(), image.tag() + UNSETTLED);
    byEngine(engine, unsettled, key, remembered, step);
    step.detail("putting it together");
    Path saved = scratch.resolve("saved.tar");
    engine.save(unsettled, saved);
    engine.remove(unsettled);
    return new SettledImage(image, saved, layers).write(scratch, scratch.resolve(ARCHIVE));
  }

  private void byEngine(
      EngineImages engine, ImageName name, String key, boolean remembered, Progress.Step step) {
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
            .withNoCache(!remembered)
            .withTags(Set.of(name.toString()))
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
  }

  String key(ImageShop shop) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("assembly", Integer.toString(ASSEMBLY));
    parts.put("image", image.toString());
    for (String name : content) {
      Path path = folder.resolve(name);
      List<Path> files = Files.isDirectory(path) ? new FileTree(path).files() : List.of(path);
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
