package io.tenantproof.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.engine.StubEngine;
import io.tenantproof.image.Images.Mode;
import io.tenantproof.progress.ConsoleProgress;
import io.tenantproof.progress.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A need with an official image that can only be pulled, and one that is built here. */
class NeedTest {

  private static final ImageName OFFICIAL = ImageName.parse("example.org/hello:3.0");
  private static final ImageName BUILT = ImageName.parse("example.org/hello:1.0");
  private static final String OFFICIAL_ONLY =
      Recipes.HELLO
          .substring(0, Recipes.HELLO.indexOf("  recipe:"))
          .replace("\"1.0\"", "\"3.0\"")
          .concat("  %s\n");

  @TempDir private Path folder;
  private StubEngine engine;
  private Recipes recipes;

  @BeforeEach
  void anEngineWithoutImagesAndARegistryThatIsNotThere() throws IOException {
    recipes = Recipes.in(folder.resolve("recipes"));
    engine =
        new StubEngine()
            .answers("POST /images/create", 500, "{\"message\":\"no route to example.org\"}");
    officialAndBuilt();
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void ofSeveralImagesForOneNeedTheFirstThatCanBeHadIsUsed() {
    Selection selection = select(Mode.AUTO, Progress.silent());

    assertThat(chosen(selection)).contains(BUILT);
    assertThat(selection.images()).hasSize(1);
    assertThat(selection.leftOut().get(OFFICIAL))
        .contains("no route to example.org")
        .endsWith("build: the catalogue has no recipe for it");
  }

  @Test
  void thePreferredImageIsUsedWhereItIsThereAndTheOtherIsNotAskedFor() {
    engine
        .answers(
            "GET /images/example.org/hello:3.0/json",
            200,
            "{\"Id\":\"sha256:abc\",\"Config\":{\"Labels\":{}}}")
        .answers("GET /images/example.org/hello:3.0/get", 200, "archive");

    Selection selection = select(Mode.AUTO, Progress.silent());

    assertThat(chosen(selection)).contains(OFFICIAL);
    assertThat(selection.leftOut()).isEmpty();
    assertThat(engine.requests()).doesNotContain("GET /images/example.org/hello:1.0/json");
  }

  @Test
  void buildOnlyTakesTheImageThatHasARecipe() {
    Selection selection = select(Mode.BUILD, Progress.silent());

    assertThat(chosen(selection)).contains(BUILT);
    assertThat(selection.leftOut())
        .containsExactly(entry(OFFICIAL, "build: the catalogue has no recipe for it"));
    assertThat(engine.requests()).isEmpty();
  }

  @Test
  void whatIsOptionalIsLeftOutAndSaidSo() {
    recipes.catalogue(OFFICIAL_ONLY.formatted("optional: true"));
    StringWriter said = new StringWriter();

    try (ConsoleProgress progress =
        new ConsoleProgress(new PrintWriter(said), false, 120, Clock.systemUTC())) {
      Selection selection = select(Mode.AUTO, progress);

      assertThat(selection.images()).isEmpty();
      assertThat(selection.leftOut()).containsOnlyKeys(OFFICIAL);
    }
    assertThat(said.toString())
        .contains("example.org/hello:3.0 is left out (wanted by this test): container engine:")
        .contains("no route to example.org");
  }

  @Test
  void aNeedWithoutAnyImageIsRefusedWithEachOfThem() {
    assertThatExceptionOfType(ImageUnavailable.class)
        .isThrownBy(() -> select(Mode.PULL, Progress.silent()))
        .withMessageContaining("example.org/hello:3.0 (wanted by this test) can't be had.")
        .withMessageContaining("example.org/hello:1.0 (wanted by this test) can't be had.");
  }

  private void officialAndBuilt() {
    String built =
        Recipes.HELLO
            .substring(Recipes.HELLO.indexOf("- name"))
            .replace("  recipe:", "  %s\n  recipe:".formatted("for: hello"));
    recipes.catalogue(OFFICIAL_ONLY.formatted("for: hello") + built);
  }

  private static Optional<ImageName> chosen(Selection selection) {
    return Optional.ofNullable(selection.chosen().get("hello")).map(CachedImage::image);
  }

  private Selection select(Mode mode, Progress progress) {
    ImageShop shop =
        ImageShop.at(recipes.folder(), folder.resolve("cache"), "http://127.0.0.1:1", mode);
    try (ContainerEngine client = engine.client()) {
      return Images.of(shop, client).get(Need.of(shop.catalogue().images()), progress);
    }
  }
}
