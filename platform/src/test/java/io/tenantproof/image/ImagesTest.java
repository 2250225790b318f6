package io.tenantproof.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.engine.StubEngine;
import io.tenantproof.image.CachedImage.Source;
import io.tenantproof.image.Images.Mode;
import io.tenantproof.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {

  private static final String INSPECT = "GET /images/example.org/hello:1.0/json";

  @TempDir private Path folder;
  private StubEngine engine;
  private Recipes recipes;

  @BeforeEach
  void anEngineWithoutImagesAndARegistryThatIsNotThere() throws IOException {
    recipes = Recipes.in(folder.resolve("recipes"));
    engine =
        new StubEngine()
            .answers("POST /images/create", 500, "{\"message\":\"no route to example.org\"}");
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void whatNobodyHasIsBuiltOnceAndTheSameEachTime() {
    CachedImage first = get(Mode.AUTO, "cache").getFirst();
    CachedImage again = get(Mode.AUTO, "cache").getFirst();
    CachedImage elsewhere = get(Mode.AUTO, "another-cache").getFirst();

    assertThat(first.source()).isEqualTo(Source.BUILT);
    assertThat(first.image()).hasToString("example.org/hello:1.0");
    assertThat(again).isEqualTo(first);
    assertThat(elsewhere.id()).isEqualTo(first.id());
    assertThat(elsewhere.archive()).hasSameBinaryContentAs(first.archive());
    assertThat(folder.resolve("cache/scratch")).isEmptyDirectory();
  }

  @Test
  void whatTheEngineHasIsSavedFromIt() {
    engine
        .answers(INSPECT, 200, "{\"Id\":\"sha256:abc\",\"Config\":{\"Labels\":{}}}")
        .answers("GET /images/example.org/hello:1.0/get", 200, "archive");

    CachedImage image = get(Mode.AUTO, "cache").getFirst();

    assertThat(image.source()).isEqualTo(Source.ENGINE);
    assertThat(image.id()).isEqualTo("sha256:abc");
    assertThat(image.archive()).hasContent("archive");
    assertThat(engine.requests()).doesNotContain("POST /images/create");
  }

  @Test
  void whatWasBuiltFromAnOlderRecipeIsBuiltAnew() {
    engine.answers(
        INSPECT,
        200,
        "{\"Id\":\"sha256:abc\",\"Config\":{\"Labels\":{\"io.tenantproof.recipe\":\"older\"}}}");

    assertThat(get(Mode.AUTO, "cache").getFirst().source()).isEqualTo(Source.BUILT);
  }

  @Test
  void buildOnlyAsksNobody() {
    assertThat(get(Mode.BUILD, "cache").getFirst().source()).isEqualTo(Source.BUILT);
    assertThat(engine.requests()).isEmpty();
  }

  @Test
  void whatNoPlaceHasIsRefusedWithWhoWantsItAndEachAnswer() {
    assertThatExceptionOfType(ImageUnavailable.class)
        .isThrownBy(() -> get(Mode.PULL, "cache"))
        .withMessageStartingWith("example.org/hello:1.0 (wanted by this test) can't be had.")
        .withMessageContaining("container engine: does not have it")
        .withMessageContaining("no route to example.org");
  }

  @Test
  void withoutARecipeItCanOnlyBePulled() {
    recipes.catalogue(Recipes.HELLO.substring(0, Recipes.HELLO.indexOf("  recipe:")));

    assertThatExceptionOfType(ImageUnavailable.class)
        .isThrownBy(() -> get(Mode.AUTO, "cache"))
        .withMessageContaining("no route to example.org")
        .withMessageContaining("build: the catalogue has no recipe for it");
  }

  @Test
  void nothingIsPulledWhereBuildingIsAskedFor() {
    recipes.catalogue(Recipes.HELLO.substring(0, Recipes.HELLO.indexOf("  recipe:")));

    assertThatExceptionOfType(ImageUnavailable.class)
        .isThrownBy(() -> get(Mode.BUILD, "cache"))
        .withMessageContaining("build: the catalogue has no recipe for it");
    assertThat(engine.requests()).isEmpty();
  }

  @Test
  void aRegistryThatIsNotThereIsAskedOnceARun() {
    twoImages();

    assertThat(get(Mode.AUTO, "cache")).hasSize(2);

    assertThat(engine.requests()).containsOnlyOnce("POST /images/create");
  }

  @Test
  void aRegistryThatLacksOneImageIsAskedForTheNext() {
    twoImages();
    engine.answers("POST /images/create", 404, "{\"message\":\"manifest unknown\"}");

    assertThat(get(Mode.AUTO, "cache")).hasSize(2);

    assertThat(engine.requests()).filteredOn("POST /images/create"::equals).hasSize(2);
  }

  private void twoImages() {
    recipes.catalogue(
        Recipes.HELLO
            + Recipes.HELLO
                .substring(Recipes.HELLO.indexOf("- name"))
                .replace("tag: \"1.0\"", "tag: \"2.0\""));
  }

  private List<CachedImage> get(Mode mode, String cache) {
    ImageShop shop =
        ImageShop.at(recipes.folder(), folder.resolve(cache), "http://127.0.0.1:1", mode);
    try (ContainerEngine client = engine.client()) {
      return Images.of(shop, client)
          .get(Need.of(shop.catalogue().images()), Progress.silent())
          .images();
    }
  }
}
