package io.tenantproof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

  @TempDir Path folder;

  private SettingsFile read(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("demo.yaml"), text);
    return SettingsFile.read(Setting.ofVariable(SettingKey.CONFIG, file.toString()));
  }

  @Test
  void takesAValueAsItIsWritten() throws Exception {
    SettingsFile file = read("message: ${HOME} $x\nport: 0\nfault-unready: true\n");

    assertThat(file.problems()).isEmpty();
    assertThat(file.settings())
        .extracting(Setting::value)
        .containsExactlyInAnyOrder("${HOME} $x", "0", "true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "message:\n"})
  void takesAnEmptyFile(String text) throws Exception {
    assertThat(read(text).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tenant: {name: a}",
        "tenant-name: [a]",
        "tenant-name: {}",
        "config: other.yaml",
        "TENANT-NAME: a",
        "a: b: c",
        "- a",
        "just a text"
      })
  void refusesWhatIsNotASetting(String text) throws Exception {
    SettingsFile file = read(text);

    assertThat(file.settings()).isEmpty();
    assertThat(file.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.sentence()).contains("expected", "demo.yaml"));
  }
}
