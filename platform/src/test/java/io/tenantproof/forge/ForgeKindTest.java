package io.tenantproof.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ForgeKindTest {

  @Test
  void thePipelineTellsTheForgeElseTheHostDoes() {
    assertThat(ForgeKind.find(Map.of("GITHUB_ACTIONS", "true"), "git.example.com"))
        .contains(ForgeKind.GITHUB);
    assertThat(ForgeKind.find(Map.of("GITHUB_ACTIONS", "true", "GITEA_ACTIONS", "true"), "x"))
        .contains(ForgeKind.GITEA);
    assertThat(ForgeKind.find(Map.of("GITLAB_CI", "true"), "x")).contains(ForgeKind.GITLAB);
    assertThat(ForgeKind.find(Map.of(), "gitlab.example.com")).contains(ForgeKind.GITLAB);
    assertThat(ForgeKind.find(Map.of(), "codeberg.org")).contains(ForgeKind.GITEA);
    assertThat(ForgeKind.find(Map.of(), "git.example.com")).isEmpty();
  }

  @Test
  void theApiIsWhereThePipelineSaysElseOnTheHost() {
    assertThat(ForgeKind.GITHUB.api(Map.of(), "github.com")).hasToString("https://api.github.com");
    assertThat(ForgeKind.GITHUB.api(Map.of(), "git.example.com"))
        .hasToString("https://git.example.com/api/v3");
    assertThat(ForgeKind.GITLAB.api(Map.of("CI_API_V4_URL", "https://g/api/v4"), "x"))
        .hasToString("https://g/api/v4");
    assertThat(ForgeKind.GITEA.api(Map.of(), "git.example.com"))
        .hasToString("https://git.example.com/api/v1");
  }

  @Test
  void aMissingTokenIsNamedByItsVariable() {
    assertThat(ForgeKind.GITHUB.token(Map.of("GITHUB_TOKEN", " ", "GH_TOKEN", "t"))).isEqualTo("t");
    assertThatThrownBy(() -> ForgeKind.GITLAB.token(Map.of("GITHUB_TOKEN", "t")))
        .isInstanceOf(ForgeFailed.class)
        .hasMessageContaining("set GITLAB_TOKEN")
        .hasMessageContaining("write_repository");
  }
}
