package io.tenantproof.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.image.ImageName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedNameTest {

  @ParameterizedTest
  @CsvSource({
    "ghcr.io, TenantProof/Kit, '', ghcr.io/tenantproof/kit",
    "ghcr.io, TenantProof/Kit, Demo-API, ghcr.io/tenantproof/kit/demo-api",
    "LOCALHOST:5000, a/b__c.d, '', localhost:5000/a/b__c.d",
    "registry.example.com, Group/Sub/Project, api, registry.example.com/group/sub/project/api",
  })
  void aNameIsInLowerCaseAndARegistryTakesIt(
      String host, String source, String image, String expected) {
    PublishedName name = PublishedName.of(host, source, image);

    assertThat(name).hasToString(expected);
    assertThat(new ImageName(name.text(), "1").repository()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "ghcr.io, '', '', The repository is empty",
    "ghcr.io, ' ', '', The repository is empty",
    "ghcr.io, owner/, '', The part \"\" of \"owner/\"",
    "ghcr.io, /kit, '', The part \"\" of \"/kit\"",
    "ghcr.io, owner/-kit, '', The part \"-kit\"",
    "ghcr.io, owner/kit_, '', The part \"kit_\"",
    "ghcr.io, owner/a..b, '', The part \"a..b\"",
    "ghcr.io, owner/köln, '', The part \"köln\"",
    "ghcr.io, owner/a b, '', The part \"a b\"",
    "ghcr.io, owner/kit:1, '', The part \"kit:1\"",
    "https://ghcr.io, owner/kit, '', The registry \"https://ghcr.io\"",
    "'', owner/kit, '', The registry \"\"",
  })
  void whatNoRegistryTakesIsNamed(String host, String source, String image, String message) {
    assertThatThrownBy(() -> PublishedName.of(host, source, image))
        .isInstanceOf(BadImageName.class)
        .hasMessageStartingWith(message)
        .hasMessageContaining("expected");
  }

  @Test
  void aNameHas255CharactersAtTheMost() {
    assertThat(PublishedName.of("ghcr.io", "o/" + "k".repeat(245), "").text()).hasSize(255);
    assertThatThrownBy(() -> PublishedName.of("ghcr.io", "o/" + "k".repeat(246), ""))
        .isInstanceOf(BadImageName.class)
        .hasMessageContaining("has 256 characters: expected 255 at the most");
  }
}
