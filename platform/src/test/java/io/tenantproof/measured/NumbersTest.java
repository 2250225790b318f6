package io.tenantproof.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void aNumberHasTheDigitsThatSaySomething() {
    assertThat(Numbers.shown(15_533.4)).isEqualTo("15,533");
    assertThat(Numbers.shown(42.84)).isEqualTo("42.8");
    assertThat(Numbers.shown(3.514)).isEqualTo("3.51");
    assertThat(Numbers.shown(36.0)).isEqualTo("36");
  }

  @Test
  void anAxisEndsAtARoundNumber() {
    assertThat(Numbers.scale(42.8)).isEqualTo(50);
    assertThat(Numbers.scale(60)).isEqualTo(60);
    assertThat(Numbers.scale(0.12)).isCloseTo(0.15, within(0.001));
    assertThat(Numbers.scale(0)).isEqualTo(1);
  }

  @Test
  void aPlaceStaysInTheChart() {
    assertThat(Numbers.percent(1.7)).isEqualTo("100.00%");
    assertThat(Numbers.percent(-0.1)).isEqualTo("0.00%");
  }
}
