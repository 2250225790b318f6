package io.tenantproof.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static Results results(List<String> passed, List<String> failed) {
    return new Results(passed, failed, List.of());
  }

  private static Verdict of(Results... results) {
    List<Lap> laps =
        java.util.stream.IntStream.range(0, results.length)
            .mapToObj(i -> Laps.with(i + 1, results[i]))
            .toList();
    return Verdict.of(Laps.account(laps.size(), laps));
  }

  @Test
  void aTestThatFailedAndPassedIsAFlake() {
    Verdict verdict =
        of(
            results(List.of("A.one", "A.two"), List.of()),
            results(List.of("A.two"), List.of("A.one")),
            results(List.of("A.one", "A.two"), List.of()));

    assertThat(verdict.isGood()).isFalse();
    assertThat(verdict.failures()).isEmpty();
    assertThat(verdict.broken()).isEmpty();
    assertThat(verdict.flakes())
        .singleElement()
        .extracting(Trouble::told)
        .isEqualTo("A.one failed in run 2, passed in 2");
  }

  @Test
  void aTestThatNeverPassedIsAFailure() {
    Verdict verdict =
        of(
            results(List.of("A.two"), List.of("A.one")),
            results(List.of("A.two"), List.of("A.one")),
            new Results(List.of("A.two"), List.of(), List.of("A.one")));

    assertThat(verdict.isGood()).isFalse();
    assertThat(verdict.flakes()).isEmpty();
    assertThat(verdict.failures())
        .singleElement()
        .extracting(Trouble::told)
        .isEqualTo("A.one failed in runs 1, 2, passed in none");
  }

  @Test
  void aRunThatShowsNothingIsNotGood() {
    assertThat(of(Laps.PASSED, Results.NONE, Laps.PASSED))
        .matches(verdict -> !verdict.isGood())
        .extracting(Verdict::broken)
        .isEqualTo(List.of(2));
    assertThat(of().isGood()).isFalse();
  }

  @Test
  void aRunThatMavenIsNotContentWithIsNotGood() {
    Lap lap = Laps.with(1, Laps.PASSED);
    Lap broken = new Lap(1, lap.begin(), lap.took(), false, lap.results(), lap.footprint());

    assertThat(Verdict.of(Laps.account(1, List.of(broken))).broken()).containsExactly(1);
  }

  @Test
  void goodRunsWithoutGrowthAreGood() {
    assertThat(of(Laps.PASSED, Laps.PASSED, Laps.PASSED).isGood()).isTrue();
  }

  @Test
  void growthAloneIsNotGood() {
    Verdict verdict = Verdict.of(Laps.account(3, Laps.measuring(Gauge.PODS, 20, 25, 26)));

    assertThat(verdict.isGood()).isFalse();
    assertThat(verdict.growths()).extracting(Course::gauge).containsExactly(Gauge.PODS);
  }
}
