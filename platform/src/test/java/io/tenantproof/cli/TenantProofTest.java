package io.tenantproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.settings.Setting;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TenantProofTest {

  @RegisterExtension private final Printed printed = new Printed();

  @Test
  void helpListsEverySettingAndCommand() {
    assertThat(TenantProof.run("--help")).isZero();

    assertThat(printed.out()).contains("doctor", "images", "engine", "Exit codes:");
    for (Setting setting : Setting.values()) {
      assertThat(printed.out()).contains("--" + setting.key());
    }
  }

  @Test
  void noCommandIsWrongUsage() {
    assertThat(TenantProof.run()).isEqualTo(2);

    assertThat(printed.err()).startsWith("Name a command.");
  }

  @Test
  void anUnknownCommandIsNamed() {
    assertThat(TenantProof.run("docter")).isEqualTo(2);

    assertThat(printed.err()).contains("'docter'", "Did you mean: tenantproof doctor");
  }

  @Test
  void anUnknownFlagIsNamed() {
    assertThat(TenantProof.run("doctor", "--port=1")).isEqualTo(2);

    assertThat(printed.err()).contains("--port=1", "Possible solutions: --port-base");
  }

  @Test
  void aWrongSettingIsExplainedWithoutAStackTrace() {
    assertThat(TenantProof.run("images", "--images=some")).isEqualTo(2);

    assertThat(printed.err())
        .contains("images: expected auto, pull, build, found \"some\" in the flag --images.")
        .doesNotContain("\tat ");
  }

  @Test
  void imagesAreListedByNameAndAnUnknownNameIsRefused(@TempDir Path cache) {
    String[] where = {"--home=..", "--cache=" + cache};

    assertThat(TenantProof.run("images", "loki", "grafana/grafana", where[0], where[1])).isZero();
    assertThat(printed.out()).contains("grafana/loki:3", "grafana/loki:2", "grafana/grafana");
    assertThat(printed.out()).doesNotContain("prometheus");
    assertThat(TenantProof.run("images", "loki", "lok", where[0], where[1])).isEqualTo(2);
    assertThat(printed.err()).contains("no image that is called lok", "`tenantproof images`");
  }

  @Test
  void billsAreOfTheImagesThatAreNamed(@TempDir Path cache) {
    String[] where = {"--home=..", "--cache=" + cache};
    Path folder = cache.resolve("bills");

    assertThat(TenantProof.run("images", "--sbom=" + folder, "lok", where[0], where[1]))
        .isEqualTo(2);
    assertThat(printed.err()).contains("no image that is called lok");
    assertThat(folder).doesNotExist();
    assertThat(TenantProof.run("images", "--sbom=" + folder, "probe", where[0], where[1])).isZero();
    assertThat(printed.out()).contains("0 of 1 images are in the cache");
  }

  @Test
  void aFolderThatIsNotTheKitsIsExplained(@TempDir Path folder) {
    assertThat(TenantProof.run("images", "--home=" + folder)).isEqualTo(2);

    assertThat(printed.err())
        .contains(folder + " is not in a TenantProof folder; go there, or name it with");
  }
}
