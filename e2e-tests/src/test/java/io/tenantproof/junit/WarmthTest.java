package io.tenantproof.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.platform.Kit;
import io.tenantproof.settings.BadSetting;
import io.tenantproof.settings.Setting;
import io.tenantproof.settings.Settings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmthTest {

  @TempDir private Path folder;

  private Kit kit(String reuse) {
    return new Kit(Settings.NONE.with(Setting.REUSE, reuse), folder);
  }

  @Test
  void withoutTheSettingEachRunHasAPlatformOfItsOwn() {
    try (Warmth one = Warmth.of(kit("false"));
        Warmth other = Warmth.of(kit("false"))) {
      assertThat(one.isReused()).isFalse();
      assertThat(one.request().outlivesJvm()).isFalse();
      assertThat(one.request().cluster()).isNotEqualTo(other.request().cluster());
    }
  }

  @Test
  void withItOneRunAtATimeHasTheSamePlatform() {
    try (Warmth warm = Warmth.of(kit("true"))) {
      assertThat(warm.isReused()).isTrue();
      assertThat(warm.request().outlivesJvm()).isTrue();
      assertThatThrownBy(() -> Warmth.of(kit("true")))
          .isInstanceOf(BadSetting.class)
          .hasMessageContaining("another run uses the warm platform")
          .hasMessageContaining("target/reused/lock");
    }

    try (Warmth next = Warmth.of(kit("true"))) {
      assertThat(next.request().cluster()).isEqualTo("reused");
    }
  }

  @Test
  void anotherValueIsRefused() {
    assertThatThrownBy(() -> Warmth.of(kit("yes")))
        .hasMessage("reuse: expected false, true, found \"yes\" in the flag --reuse.");
  }
}
