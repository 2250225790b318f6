package io.tenantproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.settings.Setting;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantProofTest {

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void helpListsEverySettingAndCommand() {
    assertThat(TenantProof.run("--help")).isZero();

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("doctor", "images", "engine", "Exit codes:");
    for (Setting setting : Setting.values()) {
      assertThat(printed.toString(StandardCharsets.UTF_8)).contains("--" + setting.key());
    }
  }

  @Test
  void noCommandIsWrongUsage() {
    assertThat(TenantProof.run()).isEqualTo(2);

    assertThat(complained.toString(StandardCharsets.UTF_8)).startsWith("Name a command.");
  }

  @Test
  void anUnknownCommandIsNamed() {
    assertThat(TenantProof.run("docter")).isEqualTo(2);

    assertThat(complained.toString(StandardCharsets.UTF_8)).contains("docter");
  }

  @Test
  void anUnknownFlagIsNamed() {
    assertThat(TenantProof.run("doctor", "--port=1")).isEqualTo(2);

    assertThat(complained.toString(StandardCharsets.UTF_8)).contains("--port=1");
  }

  @Test
  void aWrongSettingIsExplainedWithoutAStackTrace() {
    assertThat(TenantProof.run("images", "--images=some")).isEqualTo(2);

    assertThat(complained.toString(StandardCharsets.UTF_8))
        .contains(
            "tenantproof.images (TENANTPROOF_IMAGES): expected auto, pull, build, found \"some\".")
        .doesNotContain("\tat ");
  }

  @Test
  void aFolderThatIsNotTheKitsIsExplained(@TempDir Path folder) {
    assertThat(TenantProof.run("images", "--home=" + folder)).isEqualTo(2);

    assertThat(complained.toString(StandardCharsets.UTF_8))
        .contains(folder + " is not in a TenantProof folder; go there, or name it with");
  }
}
