package io.tenantproof.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.settings.BadSetting;
import io.tenantproof.settings.Setting;
import io.tenantproof.settings.Settings;
import io.tenantproof.yaml.HostileTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever tenantproof.yaml and the settings hold: a value, or a refusal that names the place. */
class HostileOwnFilesTest {

  @TempDir private Path home;

  @Test
  void eachFileIsReadOrRefused() throws IOException {
    Files.createDirectories(home.resolve("tree/bootstrap"));
    Files.writeString(home.resolve("tree/bootstrap/root.yaml"), "");
    new HostileTexts("gitops: tree\nprobes: [network, dns]\n")
        .eachIsReadOrRefused(
            text -> {
              write(text);
              OwnFiles.of(Settings.NONE, home);
            },
            BadSetting.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\\0b\"", "/dev/null", "\"\\x1b[2J\"", "no/such/folder", "~"})
  void aFolderThatIsNoneIsToldWithFileAndKey(String name) {
    write(("gitops: " + name + "\n").getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> OwnFiles.of(Settings.NONE, home))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining(home.resolve("tenantproof.yaml").toString())
        .hasMessageContaining("gitops");
  }

  @Test
  void eachSettingIsAValueOrRefused() {
    Random random = new Random(1);
    for (int n = 0; n < 2_000; n++) {
      String name = word(random);
      String value = word(random);
      Properties properties = new Properties();
      properties.setProperty("tenantproof." + name, value);
      try {
        Settings settings =
            Settings.from(properties, Map.of("TENANTPROOF_" + name, value))
                .with(Setting.PORT_BASE, value)
                .with(Setting.PROVIDER, value);
        assertThat(settings.number(Setting.PORT_BASE, 1, 2)).isBetween(1, 2);
        assertThat(ClusterSource.of(settings)).isNotNull();
      } catch (BadSetting refused) {
        assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(20_000);
      }
    }
  }

  private static String word(Random random) {
    return random
        .ints(random.nextInt(12), 0, 0x2100)
        .filter(Character::isDefined)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private void write(byte[] text) {
    try {
      Files.write(home.resolve("tenantproof.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
