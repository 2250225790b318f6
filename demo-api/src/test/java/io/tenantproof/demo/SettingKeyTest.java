package io.tenantproof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingKeyTest {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(DEMO_API_\\w+)` \\| (\\S+) \\| ([^|]+) \\| [^|]+ \\|$");

  private static List<MatchResult> rows() throws Exception {
    // The working directory of Maven's tests is the module's.
    return ROW.matcher(Files.readString(Path.of("README.md"))).results().toList();
  }

  @Test
  void everySettingHasItsRowInTheReadme() throws Exception {
    assertThat(rows())
        .extracting(row -> row.group(1) + " " + row.group(2))
        .containsExactlyElementsOf(
            Arrays.stream(SettingKey.values())
                .map(
                    key ->
                        key.variable()
                            + " "
                            + (key.allowedInFile() ? "`" + key.key() + "`" : "none"))
                .toList());
  }

  @Test
  void theReadmeTellsTheDefaults() throws Exception {
    Settings settings =
        SettingsReader.read(
            Map.of("DEMO_API_TENANT_NAME", "tenant", "DEMO_API_ENVIRONMENT", "test"));

    assertThat(rows())
        .extracting(row -> row.group(3))
        .containsExactly(
            "required",
            "required",
            "`" + settings.identity().app() + "`",
            "`" + settings.identity().message().replace("tenant", "TENANT") + "`",
            "`" + settings.identity().pod() + "`",
            "`" + settings.network().address().getHostAddress() + "`",
            "`" + settings.network().port() + "`",
            "`" + settings.network().managementPort() + "`",
            "`" + settings.drain().toSeconds() + "`",
            "`" + settings.faults().delay().toMillis() + "`",
            "`" + (int) settings.faults().errorRate() + "`",
            "`" + settings.faults().unready() + "`",
            "`" + settings.faults().crashAfter().map(after -> after.toSeconds()).orElse(0L) + "`",
            "none");
  }

  @Test
  void isFoundByBothOfItsNamesOnly() {
    assertThat(SettingKey.ofVariable("DEMO_API_FAULT_DELAY_MS"))
        .contains(SettingKey.FAULT_DELAY_MS);
    assertThat(SettingKey.ofKey("fault-delay-ms")).contains(SettingKey.FAULT_DELAY_MS);
    assertThat(SettingKey.ofKey("FAULT_DELAY_MS")).isEmpty();
    assertThat(SettingKey.ofKey("config")).isEmpty();
  }
}
