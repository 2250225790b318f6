package io.tenantproof.wait;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectationTest {

  @Test
  void somethingIsSoOrNot() {
    assertThat(Expectation.that("a", () -> true).look().get())
        .isInstanceOf(Outcome.Satisfied.class);
    assertThat(Expectation.that("a", () -> false).look().get()).isInstanceOf(Outcome.Pending.class);
  }

  @Test
  void whatIsLeftIsWhatWasSeen() {
    assertThat(Expectation.none("breaches", List::of).look().get())
        .isInstanceOf(Outcome.Satisfied.class);
    assertThat(Expectation.none("breaches", () -> List.of("one")).look().get())
        .isEqualTo(new Outcome.Pending("[one]"));
  }
}
