package io.tenantproof.image;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import io.tenantproof.debian.DebianUnavailable;
import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.image.CachedImage.Source;
import io.tenantproof.progress.Progress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gets images, each from the first place that has it: the container engine, its registry, or a
 * build from packages.
 *
 * <p>A registry that can't be reached is asked once a run. An instance is not for use by several
 * threads.
 */
public final class Images {

  /** Which of the places are asked. */
  public enum Mode {
    /** Engine, registry, build. */
    AUTO,
    /** Engine and registry. */
    PULL,
    /** Build only: no registry is asked, not even for an image without a recipe. */
    BUILD
  }

  private final EngineImages engineImages;
  private final ImageBuilder builder;
  private final ImageCache cache;
  private final Mode mode;
  private final Set<String> unreachable = new HashSet<>();

  Images(EngineImages engineImages, ImageBuilder builder, ImageCache cache, Mode mode) {
    this.engineImages = engineImages;
    this.builder = builder;
    this.cache = cache;
    this.mode = mode;
  }

  /** The images of an engine and a cache, as an {@link ImageShop} is set up. */
  public static Images of(ImageShop shop, ContainerEngine engine) {
    return new Images(new EngineImages(engine), shop.builder(), shop.cache(), shop.mode());
  }

  /**
   * Gets images, in order.
   *
   * @throws ImageUnavailable naming the image, who uses it, and each place's answer
   */
  public List<CachedImage> get(List<CatalogueEntry> entries, Progress progress) {
    try (Progress.Step step = progress.begin("images")) {
      List<CachedImage> images = new ArrayList<>();
      for (CatalogueEntry entry : entries) {
        String place =
            "image %d of %d, %s".formatted(images.size() + 1, entries.size(), entry.image());
        step.detail(place);
        images.add(get(entry, now -> step.detail(place + ": " + now)));
      }
      step.done(summary(images));
      return List.copyOf(images);
    }
  }

  /**
   * Gets the first of some images that can be had.
   *
   * @throws ImageUnavailable with each one's answers when there is none
   */
  public CachedImage first(List<CatalogueEntry> entries, Progress.Step step) {
    List<String> answers = new ArrayList<>();
    for (CatalogueEntry entry : entries) {
      try {
        return get(entry, now -> step.detail(entry.image() + ": " + now));
      } catch (ImageUnavailable absent) {
        answers.add(String.valueOf(absent.getMessage()));
      }
    }
    throw new ImageUnavailable(
        answers.isEmpty() ? "the catalogue has no such image" : String.join("\n", answers));
  }

  /** Loads an image into the engine, so that containers can be started from it. */
  public void load(CachedImage image) {
    engineImages.load(image);
  }

  private CachedImage get(CatalogueEntry entry, java.util.function.Consumer<String> detail) {
    List<String> answers = new ArrayList<>();
    Optional<CachedImage> found = Optional.empty();
    if (mode != Mode.BUILD) {
      found = fromEngine(entry, answers).or(() -> fromRegistry(entry, answers, detail));
    }
    if (found.isEmpty() && mode != Mode.PULL) {
      found = built(entry, answers, detail);
    }
    return found.orElseThrow(
        () ->
            new ImageUnavailable(
                "%s (wanted by %s) can't be had.\n  %s"
                    .formatted(entry.image(), entry.usedBy(), String.join("\n  ", answers))));
  }

  private Optional<CachedImage> fromEngine(CatalogueEntry entry, List<String> answers) {
    Optional<InspectImageResponse> there =
        engineImages.find(entry.image()).filter(image -> isCurrent(entry, image));
    if (there.isEmpty()) {
      answers.add("container engine: does not have it");
    }
    return there.map(image -> saved(entry.image(), image, Source.ENGINE));
  }

  // An image that was built here from an older recipe is as good as none.
  private boolean isCurrent(CatalogueEntry entry, InspectImageResponse image) {
    String key = EngineImages.labels(image).get(ImageBuilder.KEY_LABEL);
    return key == null
        || entry
            .buildable()
            .map(recipe -> builder.key(entry, recipe))
            .filter(key::equals)
            .isPresent();
  }

  private Optional<CachedImage> fromRegistry(
      CatalogueEntry entry, List<String> answers, java.util.function.Consumer<String> detail) {
    String registry = entry.image().registry();
    if (unreachable.contains(registry)) {
      answers.add(registry + ": could not be reached before");
      return Optional.empty();
    }
    try {
      engineImages.pull(entry, detail);
      return engineImages
          .find(entry.image())
          .map(image -> saved(entry.image(), image, Source.PULLED));
    } catch (ImageUnavailable e) {
      // A registry that says "not found" is there, and may have the next image.
      if (!(e.getCause() instanceof NotFoundException)) {
        unreachable.add(registry);
      }
      answers.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<CachedImage> built(
      CatalogueEntry entry, List<String> answers, java.util.function.Consumer<String> detail) {
    if (entry.buildable().isEmpty()) {
      answers.add("build: the catalogue has no recipe for it");
      return Optional.empty();
    }
    try {
      return Optional.of(builder.build(entry, entry.buildable().get(), detail));
    } catch (ImageUnavailable | DebianUnavailable e) {
      answers.add("build: " + e.getMessage());
      return Optional.empty();
    }
  }

  private CachedImage saved(ImageName image, InspectImageResponse found, Source source) {
    String id = String.valueOf(found.getId());
    String key = "engine-" + Checksum.of(image + " " + id).substring(0, 32);
    return cache
        .find(key)
        .orElseGet(
            () -> {
              java.nio.file.Path file = cache.scratch().resolve(key + ".tar");
              engineImages.save(image, file);
              return cache.put(key, image, source, id, file);
            });
  }

  private static String summary(List<CachedImage> images) {
    return images.size()
        + " images: "
        + images.stream()
            .collect(
                Collectors.groupingBy(
                    CachedImage::source, java.util.TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(e -> e.getValue() + " " + e.getKey().inWords())
            .collect(Collectors.joining(", "));
  }
}
