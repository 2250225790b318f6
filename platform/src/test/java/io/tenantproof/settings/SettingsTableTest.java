package io.tenantproof.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** README.md tells every setting as it is. */
class SettingsTableTest {

  @Test
  void theReadmesTableIsTheSettings() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("../README.md"));
    List<String> rows =
        lines
            .subList(lines.indexOf("<!-- settings -->"), lines.indexOf("<!-- /settings -->"))
            .stream()
            .filter(line -> line.startsWith("| `--"))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Stream.of(Setting.values()).map(SettingsTableTest::row).toList());
  }

  private static String row(Setting setting) {
    return "| `--%s` | `%s` | `%s` | %s | %s |"
        .formatted(
            setting.key(),
            setting.property(),
            setting.variable(),
            setting.fallback().isEmpty() ? "none" : "`" + setting.fallback() + "`",
            setting.meaning());
  }
}
