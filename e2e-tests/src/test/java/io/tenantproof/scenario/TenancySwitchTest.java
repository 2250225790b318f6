package io.tenantproof.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TenancySwitchTest {

  private static final String VALUES =
      """
      # Prometheus and its operator.
      metrics:
        retention: 6h

        # The tenant of a series is its namespace.
        enforceTenant: true
      # Loki and the log agent.
      logs:
        enforceTenant: true
      """;

  @Test
  void turnsOffItsOwnSectionAlone() {
    assertThat(TenancySwitch.METRICS.offIn(VALUES))
        .isEqualTo(VALUES.replaceFirst("enforceTenant: true", "enforceTenant: false"));
    assertThat(TenancySwitch.LOGS.offIn(VALUES))
        .contains("metrics:\n  retention")
        .containsSubsequence("enforceTenant: true", "logs:\n  enforceTenant: false");
  }

  @Test
  void saysSoWhenThereIsNothingToTurnOff() {
    String off = TenancySwitch.METRICS.offIn(VALUES);

    assertThatThrownBy(() -> TenancySwitch.METRICS.offIn(off))
        .hasMessageContaining("has no metrics.enforceTenant: true");
  }
}
