package io.tenantproof.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.image.ImageName;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImageRegistryTest {

  private static final ImageRegistry ANYBODY =
      new ImageRegistry(Optional.of(new Login("anybody", "nothing")));

  @TempDir private Path folder;

  @Test
  void aPushedImageIsFoundByItsTagAndRunsAsBefore() {
    try (StubRegistry registry = new StubRegistry()) {
      ImageName target = image(registry, "1.0");

      String digest = push(ANYBODY, target, Map.of("made-by", "test"));

      assertThat(digest).matches("sha256:[0-9a-f]{64}");
      assertThat(ANYBODY.digest(target)).contains(digest);
      assertThat(ANYBODY.digest(image(registry, "2.0"))).isEmpty();
      JsonNode manifest = JsonMapper.shared().readTree(registry.manifest("1.0"));
      JsonNode config =
          JsonMapper.shared().readTree(registry.blob(manifest.at("/config/digest").asString()));
      assertThat(config.at("/config/User").asString()).isEqualTo("10001:10001");
      assertThat(config.at("/config/Entrypoint/0").asString()).isEqualTo("/hello");
      assertThat(config.at("/config/Labels/made-by").asString()).isEqualTo("test");
      assertThat(config.at("/config/Labels/kept").asString()).isEqualTo("yes");
    }
  }

  @Test
  void theSameArchiveHasTheSameDigestAnotherLabelAnother() {
    try (StubRegistry registry = new StubRegistry();
        StubRegistry other = new StubRegistry()) {
      String digest = push(ANYBODY, image(registry, "1.0"), Map.of("a", "1"));

      assertThat(push(ANYBODY, image(other, "9.9"), Map.of("a", "1"))).isEqualTo(digest);
      assertThat(push(ANYBODY, image(other, "9.9"), Map.of("a", "2"))).isNotEqualTo(digest);
    }
  }

  @Test
  void aRegistryThatWantsALoginSaysWhereItComesFrom() {
    try (StubRegistry registry = new StubRegistry(403)) {
      ImageRegistry nobody = new ImageRegistry(Optional.empty());

      assertThatThrownBy(() -> push(nobody, image(registry, "1.0"), Map.of()))
          .isInstanceOf(RegistryFailed.class)
          .hasMessageContaining("can't be pushed")
          .hasMessageContaining("REGISTRY_USER and REGISTRY_PASSWORD");
      assertThatThrownBy(() -> nobody.digest(image(registry, "1.0")))
          .isInstanceOf(RegistryFailed.class)
          .hasMessageContaining("REGISTRY_USER and REGISTRY_PASSWORD");
    }
  }

  @Test
  void aPasswordIsNotSentOverPlainHttpNorPrinted() {
    try (StubRegistry registry = new StubRegistry(401)) {
      ImageRegistry me = new ImageRegistry(Optional.of(new Login("me", "s3cret")));

      assertThatThrownBy(() -> push(me, image(registry, "1.0"), Map.of()))
          .isInstanceOf(RegistryFailed.class)
          .hasMessageContaining("A password is sent over HTTPS only")
          .hasMessageNotContaining("s3cret");
      assertThat(me.toString()).doesNotContain("s3cret");
      assertThat(registry.authorizations()).isEmpty();
    }
  }

  @Test
  void aRegistryThatIsNotThereIsNamed() {
    StubRegistry registry = new StubRegistry();
    ImageName target = image(registry, "1.0");
    registry.close();

    assertThatThrownBy(() -> ANYBODY.digest(target))
        .isInstanceOf(RegistryFailed.class)
        .hasMessageContaining("Check that %s can be reached".formatted(target.registry()));
    assertThatThrownBy(() -> push(ANYBODY, target, Map.of()))
        .isInstanceOf(RegistryFailed.class)
        .hasMessageContaining("Check that %s can be reached".formatted(target.registry()));
  }

  @Test
  void aLoginIsBothVariablesOrNone() {
    assertThat(Login.of(Map.of("REGISTRY_USER", "u", "REGISTRY_PASSWORD", "p")))
        .contains(new Login("u", "p"));
    assertThat(Login.of(Map.of("REGISTRY_USER", "u"))).isEmpty();
  }

  private String push(ImageRegistry registry, ImageName target, Map<String, String> labels) {
    return registry.push(SavedImage.in(folder), target, labels, detail -> {});
  }

  private static ImageName image(StubRegistry registry, String tag) {
    return new ImageName(registry.host() + "/owner/kit", tag);
  }
}
