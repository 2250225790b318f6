package io.tenantproof.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNameTest {

  @ParameterizedTest
  @CsvSource({
    "quay.io/argoproj/argocd:v3.6.1, quay.io/argoproj/argocd, v3.6.1, quay.io",
    "valkey/valkey:8.1.1, valkey/valkey, 8.1.1, docker.io",
    "busybox:1.37.0, busybox, 1.37.0, docker.io",
    "localhost:5000/a/b__c:x_Y.z-1, localhost:5000/a/b__c, x_Y.z-1, localhost:5000",
    "localhost/a:1, localhost/a, 1, localhost",
  })
  void aNameIsReadAndWritten(String text, String repository, String tag, String registry) {
    ImageName name = ImageName.parse(text);

    assertThat(name).isEqualTo(new ImageName(repository, tag)).hasToString(text);
    assertThat(name.registry()).isEqualTo(registry);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Quay.io/argocd:v1",
        "quay.io//argocd:v1",
        "argocd/:v1",
        "/argocd:v1",
        "argocd:",
        "a:b:c",
        "argocd:-v1",
        "argocd@sha256:ab",
        "arg ocd:v1",
        "argo..cd:v1",
        "quay.io:/argocd:v1"
      })
  void whatNoRegistryTakesIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageName.parse(text))
        .withMessageStartingWith("\"" + text + "\" is no image name; expected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"argocd", "localhost:5000/argocd", ""})
  void aNameWithoutATagIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageName.parse(text))
        .withMessage(
            "\"%s\" has no tag; expected repository:tag, as in quay.io/argoproj/argocd:v3.6.1.",
            text);
  }

  @Test
  void aTagIsAtMost128CharactersLong() {
    assertThat(new ImageName("a", "1".repeat(128)).tag()).hasSize(128);
    assertThatIllegalArgumentException().isThrownBy(() -> new ImageName("a", "1".repeat(129)));
  }
}
