package io.tenantproof.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.progress.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnduranceTest {

  private static final Footprint THERE = new Footprint(Map.of(), List.of());

  /** Time passes only in runs. */
  private static final class Track extends Clock implements Runner {
    private final List<Integer> minutes;
    private Instant now = Laps.BEGIN;

    private Track(Integer... minutes) {
      this.minutes = List.of(minutes);
    }

    @Override
    public Footprint footprint() {
      return THERE;
    }

    @Override
    public Lap lap(int number, Progress.Step step) {
      Duration took = Duration.ofMinutes(minutes.get(number - 1));
      now = now.plus(took);
      return new Lap(number, now, took, number != 2, Laps.PASSED, THERE);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static Plan plan(int runs, int deadline) {
    return new Plan(
        runs,
        false,
        List.of(),
        Optional.of(deadline).filter(some -> some > 0).map(Duration::ofMinutes));
  }

  @Test
  void allRunsAreMadeAndEachIsTold() {
    Track track = new Track(5, 4, 5);
    List<Account> told = new ArrayList<>();

    Account account =
        new Endurance(plan(3, 0), track, track, () -> false).run(Progress.silent(), told::add);

    assertThat(account.laps()).extracting(Lap::number).containsExactly(1, 2, 3);
    assertThat(account.before()).contains(THERE);
    assertThat(account.end()).isEmpty();
    assertThat(told).extracting(one -> one.laps().size()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void noRunBeginsThatWouldNotFit() {
    Track track = new Track(5, 12, 5, 5);

    Account account =
        new Endurance(plan(4, 28), track, track, () -> false)
            .run(Progress.silent(), so -> assertThat(so.laps()).hasSizeLessThan(3));

    assertThat(account.laps()).hasSize(2);
    assertThat(account.end())
        .isEqualTo(
            "another run does not fit into the deadline of 28 min: the longest took 720 s, and 660"
                + " s are left");
  }

  @Test
  void theFirstRunIsMadeWhateverTheDeadline() {
    Track track = new Track(5, 5);

    Account account =
        new Endurance(plan(2, 1), track, track, () -> false).run(Progress.silent(), so -> {});

    assertThat(account.laps()).hasSize(1);
    assertThat(account.end()).endsWith("and 0 s are left");
  }

  @Test
  void aRunThatWasBrokenOffIsNotTold() {
    Track track = new Track(5, 5, 5);

    Account account =
        new Endurance(
                plan(3, 0),
                track,
                track,
                () -> track.instant().isAfter(Laps.BEGIN.plus(Duration.ofMinutes(5))))
            .run(Progress.silent(), so -> {});

    assertThat(account.laps()).hasSize(1);
  }
}
