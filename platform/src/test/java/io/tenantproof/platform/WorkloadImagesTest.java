package io.tenantproof.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.engine.StubEngine;
import io.tenantproof.image.CachedImage;
import io.tenantproof.image.ImageShop;
import io.tenantproof.image.Images;
import io.tenantproof.progress.Progress;
import io.tenantproof.tenant.DeclaredTenant;
import io.tenantproof.tenant.Tenant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkloadImagesTest {

  private static final String SHOP = "example.org/shop:1.0";
  private static final String PROMOTED = SHOP + "@sha256:" + "0".repeat(64);

  @TempDir private Path folder;
  private StubEngine engine;

  @BeforeEach
  void anEngineWithoutImagesAndARegistryThatIsNotThere() throws IOException {
    engine =
        new StubEngine()
            .answers("POST /images/create", 500, "{\"message\":\"no route to example.org\"}");
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void whatIsBuiltHereAsksNobody() {
    assertThat(get(false, DemoApiImage.NAME, ":")).isEmpty();
    assertThat(engine.requests()).isEmpty();
  }

  @Test
  void whatTheEngineHasIsBroughtToTheNodeOnce() {
    engine
        .answers(
            "GET /images/" + SHOP + "/json",
            200,
            "{\"Id\":\"sha256:abc\",\"Config\":{\"Labels\":{}}}")
        .answers("GET /images/" + SHOP + "/get", 200, "archive");

    assertThat(get(false, SHOP, SHOP))
        .singleElement()
        .satisfies(image -> assertThat(image.archive()).hasContent("archive"));
  }

  @Test
  void whatNobodyHasIsRefusedWithTheFilesThatNameIt() {
    assertThatExceptionOfType(PlatformFailed.class)
        .isThrownBy(() -> get(false, DemoApiImage.NAME, SHOP))
        .withMessageContaining(
            SHOP + " (wanted by gitops/tenants/tenant-1-values.yaml) can't be had.")
        .withMessageContaining("container engine: does not have it")
        .withMessageContaining("--local --no-digest");
  }

  @Test
  void aDigestIsRefusedWhereNothingIsPulled() {
    assertThatExceptionOfType(PlatformFailed.class)
        .isThrownBy(() -> get(false, PROMOTED))
        .withMessageContaining(PROMOTED)
        .withMessageContaining("named by its digest");
  }

  @Test
  void aNodeThatPullsIsLeftToIt() {
    assertThat(get(true, PROMOTED, SHOP)).isEmpty();
  }

  private List<CachedImage> get(boolean pulls, String... images) {
    ImageShop shop =
        ImageShop.at(
            Path.of("images"), folder.resolve("cache"), "http://127.0.0.1:1", Images.Mode.AUTO);
    try (ContainerEngine client = engine.client()) {
      return WorkloadImages.of(tenants(images))
          .get(Images.of(shop, client), pulls, Progress.silent());
    }
  }

  private static List<DeclaredTenant> tenants(String... images) {
    List<String> all = List.of(images);
    return all.stream()
        .map(
            image ->
                new DeclaredTenant(
                    new Tenant("tenant-" + all.lastIndexOf(image), "production"), image, 2))
        .toList();
  }
}
