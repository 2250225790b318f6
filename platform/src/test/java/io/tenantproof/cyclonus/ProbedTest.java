package io.tenantproof.cyclonus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProbedTest {

  private static final Duration TOOK = Duration.ofSeconds(34);

  @Test
  void theResultIsReadFromWhatIsPrinted() {
    Probed probed =
        Probed.of("step 1 on all available ports\n0 wrong, 0 ignored, 81 correct\n+--+\n", 4, TOOK);

    assertThat(probed).isEqualTo(new Probed(324, 0, TOOK));
    assertThat(probed.perCheck()).isBetween(104.9, 105.0);
  }

  @Test
  void whatIsIgnoredIsNotRight() {
    assertThat(Probed.of("Discrepancy found:3 wrong, 9 ignored, 69 correct", 4, TOOK))
        .isEqualTo(new Probed(276, 48, TOOK));
  }

  @Test
  void oneThatSaysNoResultIsTold() {
    assertThatThrownBy(() -> Probed.of("panic: no pods\n", 4, TOOK))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("expected a result of Cyclonus")
        .hasMessageContaining("panic: no pods");
  }
}
