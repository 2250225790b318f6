package io.tenantproof.cyclonus;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.bench.Size;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuelTextTest {

  private static final DuelText TEXT =
      new DuelText(List.of(duel(6, 30, 0), duel(5, 36, 0), duel(20, 35, 0)));

  @Test
  void theMedianOfTheRoundsCounts() {
    assertThat(TEXT.table())
        .contains("tenantproof      400     6.0 s    15.0 ms")
        .contains("cyclonus         350    35.0 s   100.0 ms")
        .contains("2 tenants, median of 3 rounds: 6.7 times faster");
  }

  @Test
  void theJsonHasTheSame() {
    assertThat(TEXT.json())
        .contains("\"rounds\" : 3", "\"tenants\" : 2", "\"name\" : \"cyclonus\"")
        .contains("\"perCheckMs\" : 15.0", "\"perCheckMs\" : 100.0");
  }

  @Test
  void whatMakesAFigureWorthlessIsTold() {
    List<Duel> duels = List.of(duel(6, 30, 0), duel(6, 30, 4));

    assertThat(new DuelText(duels).table())
        .contains("cyclonus: 4 checks were not as they must be: the figures say nothing");
    assertThat(Duel.areGood(duels)).isFalse();
    assertThat(Duel.areGood(duels.subList(0, 1))).isTrue();
  }

  private static Duel duel(int own, int other, int wrong) {
    return new Duel(
        new Size(2, Duration.ofSeconds(own), 400, List.of()),
        new Probed(350 - wrong, wrong, Duration.ofSeconds(other)));
  }
}
