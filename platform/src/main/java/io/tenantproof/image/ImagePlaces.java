package io.tenantproof.image;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import io.tenantproof.debian.DebianUnavailable;
import io.tenantproof.file.Checksum;
import io.tenantproof.image.CachedImage.Source;
import io.tenantproof.image.Images.Mode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The places that may have an image: the container engine, its registry, a build from packages.
 *
 * <p>A registry that can't be reached is asked once. Several threads may ask; registries are asked
 * by one of them at a time.
 */
final class ImagePlaces {

  private final EngineImages engineImages;
  private final ImageBuilder builder;
  private final ImageCache cache;
  private final Mode mode;
  private final Set<String> unreachable = ConcurrentHashMap.newKeySet();
  private final Lock registries = new ReentrantLock();

  ImagePlaces(EngineImages engineImages, ImageBuilder builder, ImageCache cache, Mode mode) {
    this.engineImages = engineImages;
    this.builder = builder;
    this.cache = cache;
    this.mode = mode;
  }

  /**
   * What the places say of an image.
   *
   * @param image the image, where one had it
   * @param answers why each place that was asked before has it not
   */
  record Answer(Optional<CachedImage> image, List<String> answers) {}

  /** Asks one place after the other until one has the image. */
  Answer ask(CatalogueEntry entry, Consumer<String> detail) {
    List<String> answers = new ArrayList<>();
    Optional<CachedImage> found = Optional.empty();
    if (mode != Mode.BUILD) {
      found = fromEngine(entry, answers, detail).or(() -> fromRegistry(entry, answers, detail));
    }
    if (found.isEmpty() && mode != Mode.PULL) {
      found = built(entry, answers, detail);
    }
    return new Answer(found, List.copyOf(answers));
  }

  private Optional<CachedImage> fromEngine(
      CatalogueEntry entry, List<String> answers, Consumer<String> detail) {
    Optional<InspectImageResponse> there =
        engineImages.find(entry.image()).filter(image -> isCurrent(entry, image));
    if (there.isEmpty()) {
      answers.add("container engine: does not have it");
    }
    return there.map(image -> saved(entry.image(), image, Source.ENGINE, detail));
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
      CatalogueEntry entry, List<String> answers, Consumer<String> detail) {
    registries.lock();
    try {
      return pulled(entry, answers, detail);
    } finally {
      registries.unlock();
    }
  }

  private Optional<CachedImage> pulled(
      CatalogueEntry entry, List<String> answers, Consumer<String> detail) {
    String registry = entry.image().registry();
    if (unreachable.contains(registry)) {
      answers.add(registry + ": could not be reached before");
      return Optional.empty();
    }
    try {
      detail.accept("asking " + registry);
      engineImages.pull(entry, detail);
      return engineImages
          .find(entry.image())
          .map(image -> saved(entry.image(), image, Source.PULLED, detail));
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
      CatalogueEntry entry, List<String> answers, Consumer<String> detail) {
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

  private CachedImage saved(
      ImageName image, InspectImageResponse found, Source source, Consumer<String> detail) {
    String id = String.valueOf(found.getId());
    String key = "engine-" + Checksum.of(image + " " + id).substring(0, 32);
    return cache
        .find(key)
        .orElseGet(
            () -> {
              detail.accept("copying it from the engine");
              Path file = cache.scratch().resolve(key + ".tar");
              engineImages.save(image, file);
              return cache.put(key, image, source, id, file);
            });
  }
}
