package io.tenantproof.endurance;

import io.tenantproof.platform.Kit;
import io.tenantproof.progress.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Runs the specs again and again. */
public final class Endurance {

  private final Plan plan;
  private final Runner runner;
  private final Clock clock;
  private final BooleanSupplier stopping;

  Endurance(Plan plan, Runner runner, Clock clock, BooleanSupplier stopping) {
    this.plan = plan;
    this.runner = runner;
    this.clock = clock;
    this.stopping = stopping;
  }

  /**
   * That of a kit's own specs.
   *
   * @param stopping whether this program is ending: what a run came to is not told any more, then
   */
  public static Endurance of(
      Kit kit, Plan plan, EnduranceFolder folder, Clock clock, BooleanSupplier stopping) {
    return new Endurance(
        plan,
        new KitRunner(
            new MavenRun(kit.home(), kit.settings(), plan),
            folder,
            new Footprints(kit, folder.path()),
            clock),
        clock,
        stopping);
  }

  /**
   * Makes all runs for which there is time.
   *
   * @param progress is told each
   * @param told gets what was seen so far, after each
   * @return what was seen
   */
  public Account run(Progress progress, Consumer<Account> told) {
    Instant begin = clock.instant();
    Account account = before(progress);
    told.accept(account);
    for (int number = 1; number <= plan.runs() && !stopping.getAsBoolean(); number++) {
      Optional<String> late = late(account, Duration.between(begin, clock.instant()));
      if (late.isPresent()) {
        account = account.endedBecause(late.get());
        told.accept(account);
        return account;
      }
      Optional<Lap> lap = lap(progress, number);
      if (lap.isPresent()) {
        account = account.with(lap.get());
        told.accept(account);
      }
    }
    return account;
  }

  private Account before(Progress progress) {
    try (Progress.Step step = progress.begin("before the first run")) {
      step.detail("what is there");
      Account account = Account.of(plan).startingFrom(runner.footprint());
      step.done("measured");
      return account;
    }
  }

  // Empty where the program ends: its run was broken off.
  private Optional<Lap> lap(Progress progress, int number) {
    try (Progress.Step step = progress.begin("run %d of %d".formatted(number, plan.runs()))) {
      Lap lap = runner.lap(number, step);
      if (stopping.getAsBoolean()) {
        return Optional.empty();
      }
      if (lap.isGood()) {
        step.done(lap.told());
      } else {
        step.detail(lap.told());
      }
      return Optional.of(lap);
    }
  }

  private Optional<String> late(Account account, Duration passed) {
    Duration longest =
        account.laps().stream().map(Lap::took).max(Duration::compareTo).orElse(Duration.ZERO);
    return plan.deadline()
        .filter(deadline -> !account.laps().isEmpty())
        .filter(deadline -> passed.plus(longest).compareTo(deadline) > 0)
        .map(
            deadline ->
                "another run does not fit into the deadline of %d min: the longest took %d s, and %d s are left"
                    .formatted(
                        deadline.toMinutes(),
                        longest.toSeconds(),
                        Math.max(0, deadline.minus(passed).toSeconds())));
  }
}
