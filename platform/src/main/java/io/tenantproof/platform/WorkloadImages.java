package io.tenantproof.platform;

import io.tenantproof.image.CachedImage;
import io.tenantproof.image.CatalogueEntry;
import io.tenantproof.image.CatalogueEntry.Role;
import io.tenantproof.image.ImageName;
import io.tenantproof.image.ImageUnavailable;
import io.tenantproof.image.Images;
import io.tenantproof.progress.Progress;
import io.tenantproof.tenant.DeclaredTenant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the tenants run that is not built here: a chart of somebody else's image, or a promoted one.
 * It is brought to the node as a file, like all others, so that an image which is in the engine
 * alone runs too.
 *
 * @param files of the tenants that run it, by image
 */
record WorkloadImages(Map<String, List<String>> files) {

  /** Those that tenants name. */
  static WorkloadImages of(List<DeclaredTenant> tenants) {
    return new WorkloadImages(
        tenants.stream()
            .filter(one -> isNamed(one.image()) && !one.image().equals(DemoApiImage.NAME))
            .collect(
                Collectors.groupingBy(
                    DeclaredTenant::image,
                    LinkedHashMap::new,
                    Collectors.mapping(DeclaredTenant::file, Collectors.toList()))));
  }

  // Another chart may say under other keys what it runs.
  private static boolean isNamed(String image) {
    return !image.startsWith(":") && !image.endsWith(":");
  }

  /**
   * Gets them.
   *
   * @param pulls whether the node pulls what it lacks: then it is no matter what can't be had here
   * @throws PlatformFailed with each image, the files that name it and what to do; nothing was
   *     changed then
   */
  List<CachedImage> get(Images images, boolean pulls, Progress progress) {
    if (files.isEmpty()) {
      return List.of();
    }
    List<CachedImage> had = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    try (Progress.Step step = progress.begin("workload images")) {
      files.forEach(
          (image, by) -> {
            try {
              had.add(get(images, image, String.join(", ", by), step));
            } catch (ImageUnavailable e) {
              problems.add(String.valueOf(e.getMessage()));
            }
          });
      if (!pulls && !problems.isEmpty()) {
        throw new PlatformFailed(missing(problems));
      }
      step.done(
          problems.isEmpty()
              ? String.join(", ", files.keySet())
              : "%d here, the node pulls %d".formatted(had.size(), problems.size()));
    }
    return List.copyOf(had);
  }

  // An archive has no digest of a registry's: containerd would not take it for that image.
  private static CachedImage get(Images images, String image, String by, Progress.Step step) {
    if (image.contains("@")) {
      throw new ImageUnavailable(
          "%s (wanted by %s) is named by its digest, which only a registry can give."
              .formatted(image, by));
    }
    return images.first(
        List.of(CatalogueEntry.unlisted(ImageName.parse(image), by, Role.PLATFORM)), step);
  }

  private static String missing(List<String> problems) {
    return """
    %s
    The node that is built here pulls nothing. Run what is built here (`platform/bin/tenantproof promote %s --all \
    --local --no-digest`), bring the image into the container engine under that name, or use a cluster whose nodes \
    reach the registry (TENANTPROOF_NODE_IMAGE, TENANTPROOF_PROVIDER=kubeconfig). Nothing was changed.\
    """
        .formatted(String.join("\n", problems), DemoApiImage.NAME);
  }
}
