package io.tenantproof.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private enum Keep {
    NEVER,
    ON_FAILURE
  }

  @Test
  void thePropertyWinsOverTheVariable() {
    Settings settings =
        Settings.from(
            properties("tenantproof.port-base", "20000"),
            Map.of("TENANTPROOF_PORT_BASE", "30000", "TENANTPROOF_CONTEXT", "kind"));

    assertThat(settings.get(Setting.PORT_BASE)).isEqualTo("20000");
    assertThat(settings.get(Setting.CONTEXT)).isEqualTo("kind");
  }

  @Test
  void theFlagWinsOverTheProperty() {
    Settings settings = Settings.from(properties("tenantproof.port-base", "20000"), Map.of());

    assertThat(settings.with(Setting.PORT_BASE, "1024").get(Setting.PORT_BASE)).isEqualTo("1024");
    assertThat(settings.get(Setting.PORT_BASE)).as("the original").isEqualTo("20000");
  }

  @Test
  void aBlankValueIsNone() {
    Settings settings =
        Settings.from(new Properties(), Map.of("TENANTPROOF_IMAGES", " ", "TENANTPROOF_CACHE", ""));

    assertThat(settings.get(Setting.IMAGES)).isEqualTo("auto");
    assertThat(settings.find(Setting.CACHE)).isEmpty();
  }

  @Test
  void otherProgramsNamesAreNotLookedAt() {
    Properties others = properties("user.dir", ".");

    assertThat(Settings.from(others, Map.of("PATH", "/bin")).values()).isEmpty();
  }

  @Test
  void anUnknownPropertyIsRefusedWithTheKnownOnes() {
    assertThatExceptionOfType(BadSetting.class)
        .isThrownBy(() -> Settings.from(properties("tenantproof.port", "1"), Map.of()))
        .withMessageStartingWith("tenantproof.port is no setting. Known: tenantproof.cache, ")
        .withMessageContaining("tenantproof.port-base");
  }

  @Test
  void anUnknownVariableIsRefusedWithTheKnownOnes() {
    assertThatExceptionOfType(BadSetting.class)
        .isThrownBy(() -> Settings.from(new Properties(), Map.of("TENANTPROOF_PORT", "1")))
        .withMessageStartingWith("TENANTPROOF_PORT is no setting. Known: TENANTPROOF_CACHE, ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1023", "65536", "eighty", "1e4", "-1"})
  void aWrongNumberIsRefusedWithItsBounds(String value) {
    Settings settings = Settings.NONE.with(Setting.PORT_BASE, value);

    assertThatExceptionOfType(BadSetting.class)
        .isThrownBy(() -> settings.number(Setting.PORT_BASE, 1024, 65535))
        .withMessage(
            "port-base: expected a whole number from 1024 to 65535, found \"%s\" in the flag"
                + " --port-base.",
            value);
  }

  @Test
  void theBoundsThemselvesAreAllowed() {
    assertThat(Settings.NONE.with(Setting.PORT_BASE, "1024").number(Setting.PORT_BASE, 1024, 2000))
        .isEqualTo(1024);
    assertThat(Settings.NONE.with(Setting.PORT_BASE, "2000").number(Setting.PORT_BASE, 1024, 2000))
        .isEqualTo(2000);
  }

  @Test
  void aWrongValueIsToldWithThePlaceItStandsAt() {
    assertThatExceptionOfType(BadSetting.class)
        .isThrownBy(
            () ->
                Settings.from(properties("tenantproof.keep", "no"), Map.of())
                    .choice(Setting.KEEP, Keep.class))
        .withMessageEndingWith("found \"no\" in the property tenantproof.keep.");
    assertThatExceptionOfType(BadSetting.class)
        .isThrownBy(
            () ->
                Settings.from(new Properties(), Map.of("TENANTPROOF_KEEP", "no"))
                    .choice(Setting.KEEP, Keep.class))
        .withMessageEndingWith("found \"no\" in the variable TENANTPROOF_KEEP.");
  }

  @Test
  void aChoiceIsWrittenInLowerCaseWithDashes() {
    assertThat(Settings.NONE.with(Setting.KEEP, "on-failure").choice(Setting.KEEP, Keep.class))
        .isEqualTo(Keep.ON_FAILURE);
    assertThatExceptionOfType(BadSetting.class)
        .isThrownBy(
            () -> Settings.NONE.with(Setting.KEEP, "ON_FAILURE").choice(Setting.KEEP, Keep.class))
        .withMessageContaining("expected never, on-failure, found \"ON_FAILURE\" in the flag");
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void aDefaultIsWhatItsFormSays(Setting setting) {
    if (setting.form().contains("|") && !setting.fallback().isEmpty()) {
      assertThat(setting.form().split("\\s*\\|\\s*")).contains(setting.fallback());
    }
    assertThat(setting.meaning()).isNotBlank();
  }

  private static Properties properties(String name, String value) {
    Properties properties = new Properties();
    properties.setProperty(name, value);
    return properties;
  }

  @Test
  void anUnknownNameThatIsNearAnotherNamesThatOne() {
    assertThatExceptionOfType(BadSetting.class)
        .isThrownBy(() -> Settings.from(new Properties(), Map.of("TENANTPROOF_PORTBASE", "1")))
        .withMessageStartingWith(
            "TENANTPROOF_PORTBASE is no setting (did you mean TENANTPROOF_PORT_BASE?). Known: ");
  }
}
