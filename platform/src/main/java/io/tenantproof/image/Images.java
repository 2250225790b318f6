package io.tenantproof.image;

import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.image.ImagePlaces.Answer;
import io.tenantproof.progress.Progress;
import io.tenantproof.wait.Together;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Gets images, each from the first place that has it: the container engine, its registry, or a
 * build from packages.
 *
 * <p>A registry that can't be reached is asked once a run.
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

  // While one is linked, unpacked or packed, which uses one processor, another is compiled.
  private static final int AT_ONCE = 3;

  private final EngineImages engineImages;
  private final ImagePlaces places;

  Images(EngineImages engineImages, ImagePlaces places) {
    this.engineImages = engineImages;
    this.places = places;
  }

  /** The images of an engine and a cache, as an {@link ImageShop} is set up. */
  public static Images of(ImageShop shop, ContainerEngine engine) {
    EngineImages engineImages = new EngineImages(engine);
    return new Images(
        engineImages, new ImagePlaces(engineImages, shop.builder(), shop.cache(), shop.mode()));
  }

  /**
   * Gets an image for each need, in order: the first of the need's that can be had. A need that is
   * optional is left out where there is none.
   *
   * @throws ImageUnavailable naming the images of a need that has none, who uses them, and each
   *     place's answer
   */
  public Selection get(List<Need> needs, Progress progress) {
    try (Progress.Step step = progress.begin("images")) {
      SideBySide details = new SideBySide(step::detail);
      List<Found> all =
          Together.each(
              AT_ONCE,
              IntStream.range(0, needs.size()).boxed().toList(),
              index -> {
                String place = "image %d of %d, ".formatted(index + 1, needs.size());
                try (SideBySide.Line line = details.begin()) {
                  return List.of(find(needs.get(index), now -> line.say(place + now)));
                }
              });
      Map<String, CachedImage> chosen = new LinkedHashMap<>();
      Map<ImageName, String> leftOut = new LinkedHashMap<>();
      for (Found found : all) {
        found.image().ifPresent(image -> chosen.put(found.need().name(), image));
        found
            .absent()
            .forEach(
                (entry, answer) -> {
                  String reason = String.join("; ", answer.answers());
                  leftOut.put(entry.image(), reason);
                  progress.note(note(entry, found.image(), reason));
                });
      }
      step.done(summary(chosen.values()));
      return new Selection(chosen, leftOut);
    }
  }

  /** What became of a need. */
  private record Found(
      Need need, Optional<CachedImage> image, Map<CatalogueEntry, Answer> absent) {}

  private Found find(Need need, Consumer<String> detail) {
    Map<CatalogueEntry, Answer> absent = new LinkedHashMap<>();
    Optional<CachedImage> image = first(need.images(), absent, detail);
    if (image.isEmpty() && !need.optional()) {
      throw unavailable(absent);
    }
    return new Found(need, image, absent);
  }

  /**
   * Gets the first of some images that can be had.
   *
   * @throws ImageUnavailable with each one's answers when there is none
   */
  public CachedImage first(List<CatalogueEntry> entries, Progress.Step step) {
    Map<CatalogueEntry, Answer> absent = new LinkedHashMap<>();
    return first(entries, absent, step::detail).orElseThrow(() -> unavailable(absent));
  }

  /**
   * Gets a tool of a spec or a benchmark, and loads it into the engine.
   *
   * @throws ImageUnavailable when it can't be had
   */
  public CachedImage tool(Catalogue catalogue, String name, Progress progress) {
    List<CatalogueEntry> entries =
        catalogue.of(CatalogueEntry.Role.TEST).stream()
            .filter(entry -> entry.name().equals(name))
            .toList();
    try (Progress.Step step = progress.begin(name)) {
      CachedImage image = first(entries, step);
      load(image);
      step.done(image.source().inWords());
      return image;
    }
  }

  /** Loads an image into the engine, so that containers can be started from it. */
  public void load(CachedImage image) {
    engineImages.load(image);
  }

  private Optional<CachedImage> first(
      List<CatalogueEntry> entries, Map<CatalogueEntry, Answer> absent, Consumer<String> detail) {
    for (CatalogueEntry entry : entries) {
      detail.accept(entry.image().toString());
      Answer answer = places.ask(entry, now -> detail.accept(entry.image() + ": " + now));
      if (answer.image().isPresent()) {
        return answer.image();
      }
      absent.put(entry, answer);
    }
    return Optional.empty();
  }

  private static ImageUnavailable unavailable(Map<CatalogueEntry, Answer> absent) {
    List<String> sentences = new ArrayList<>();
    absent.forEach(
        (entry, answer) ->
            sentences.add(
                "%s (wanted by %s) can't be had.\n  %s"
                    .formatted(
                        entry.image(), entry.usedBy(), String.join("\n  ", answer.answers()))));
    return new ImageUnavailable(
        sentences.isEmpty() ? "the catalogue has no such image" : String.join("\n", sentences));
  }

  private static String note(CatalogueEntry entry, Optional<CachedImage> instead, String reason) {
    return "- %s is left out%s (wanted by %s): %s"
        .formatted(
            entry.image(),
            instead.map(image -> ", " + image.image() + " takes its place").orElse(""),
            entry.usedBy(),
            reason);
  }

  private static String summary(Collection<CachedImage> images) {
    return images.size()
        + " images: "
        + images.stream()
            .collect(
                Collectors.groupingBy(CachedImage::source, TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(e -> e.getValue() + " " + e.getKey().inWords())
            .collect(Collectors.joining(", "));
  }
}
