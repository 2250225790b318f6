package io.tenantproof.platform;

import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.image.CachedImage;
import io.tenantproof.image.CatalogueEntry;
import io.tenantproof.image.CatalogueEntry.Role;
import io.tenantproof.image.DockerfileBuild;
import io.tenantproof.image.ImageName;
import io.tenantproof.image.ImageShop;
import io.tenantproof.image.Images;
import io.tenantproof.progress.Progress;
import java.util.List;
import java.util.Map;

/**
 * The tenants' workload as an image of this kit's own.
 *
 * @param kit whose it is
 */
public record DemoApiImage(Kit kit) {

  /** How it is called. */
  static final String NAME = "ghcr.io/tenantproof/demo-api:0.1.0";

  /**
   * Builds it, unless the same content was built before.
   *
   * @throws io.tenantproof.image.ImageUnavailable when it can't be built
   */
  public CachedImage get(ContainerEngine engine, Progress progress) {
    return get(Images.of(kit.shop(), engine), engine, progress);
  }

  /**
   * Builds it again from nothing.
   *
   * @param first what was built before
   * @throws NotTheSame when that gives another image
   * @throws io.tenantproof.image.ImageUnavailable when it can't be built
   */
  public void check(CachedImage first, ContainerEngine engine, Progress progress) {
    ImageShop shop = kit.shop();
    Images images = Images.of(shop, engine);
    try (Progress.Step step = progress.begin("demo-api image, again")) {
      String second = build(shop).anew(images, shop, engine, step);
      if (!second.equals(first.id())) {
        throw new NotTheSame(
            "%s was built as %s and is %s now, of the same content."
                .formatted(NAME, first.id(), second));
      }
      step.done("the same image");
    }
  }

  /** The same content gave two images. */
  public static final class NotTheSame extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotTheSame(String message) {
      super(message);
    }
  }

  CachedImage get(Images images, ContainerEngine engine, Progress progress) {
    ImageShop shop = kit.shop();
    try (Progress.Step step = progress.begin("demo-api image")) {
      CachedImage image = build(shop).build(images, shop, engine, step);
      step.done(NAME);
      return image;
    }
  }

  private DockerfileBuild build(ImageShop shop) {
    return new DockerfileBuild(
        ImageName.parse(NAME),
        kit.home().resolve("demo-api"),
        List.of("Dockerfile", "classes.lst", "target/demo-api.jar", "target/libs"),
        Map.of(
            "BUILD_IMAGE", base(shop, "eclipse-temurin"),
            "RUNTIME_IMAGE", base(shop, "gcr.io/distroless/java-base-debian13")));
  }

  private static CatalogueEntry base(ImageShop shop, String name) {
    return shop.catalogue().of(Role.BASE).stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the catalogue has no base image " + name));
  }
}
