package io.tenantproof.image;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import io.tenantproof.engine.ContainerEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The images of the container engine.
 *
 * @param engine the engine
 */
record EngineImages(ContainerEngine engine) {

  /** What the engine has under a name. */
  Optional<InspectImageResponse> find(ImageName image) {
    try {
      return Optional.of(engine.client().inspectImageCmd(image.toString()).exec());
    } catch (NotFoundException absent) {
      return Optional.empty();
    }
  }

  /** The labels of an image that {@link #find} gave. */
  static Map<String, String> labels(InspectImageResponse image) {
    return Optional.ofNullable(image.getConfig())
        .map(config -> config.getLabels())
        .orElse(Map.of());
  }

  /** The layers of an image that the engine has, lowest first: the digest of each unpacked. */
  List<String> layers(ImageName image) {
    return find(image)
        .map(InspectImageResponse::getRootFS)
        .map(files -> files.getLayers())
        .orElse(List.of());
  }

  /** Takes a name away, and the image with it where it has no other. */
  void remove(ImageName image) {
    engine.client().removeImageCmd(image.toString()).exec();
  }

  /**
   * Pulls an image.
   *
   * @throws ImageUnavailable when its registry can't be reached, refuses, or stalls
   */
  void pull(CatalogueEntry entry, Consumer<String> detail) {
    Pull callback = new Pull(detail);
    try (callback) {
      engine.client().pullImageCmd(entry.reference()).exec(callback);
      callback.await(entry.image().registry());
      if (entry.digest() != null) {
        engine.client().tagImageCmd(entry.reference(), entry.name(), entry.tag()).exec();
      }
    } catch (DockerException e) {
      throw new ImageUnavailable(
          "%s does not give %s: %s"
              .formatted(entry.image().registry(), entry.reference(), e.getMessage()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImageUnavailable("the pull of " + entry.reference() + " was interrupted", e);
    }
  }

  /** Writes an image to a file, whole or not at all. */
  void save(ImageName image, Path target) {
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    try (InputStream content =
        engine.client().saveImageCmd(image.repository()).withTag(image.tag()).exec()) {
      Files.createDirectories(target.getParent());
      Files.copy(content, partial, StandardCopyOption.REPLACE_EXISTING);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(image + " can't be saved to " + target, e);
    }
  }

  /** Loads a file into the engine, unless the engine has the same content under that name. */
  void load(CachedImage image) {
    boolean there =
        find(image.image()).filter(found -> image.id().equals(found.getId())).isPresent();
    if (there) {
      return;
    }
    try (InputStream content = Files.newInputStream(image.archive())) {
      engine.client().loadImageCmd(content).exec();
    } catch (IOException e) {
      throw new UncheckedIOException(image.archive() + " can't be loaded", e);
    }
  }
}
