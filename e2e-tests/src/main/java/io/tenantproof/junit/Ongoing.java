package io.tenantproof.junit;

import io.tenantproof.run.TestRun;
import io.tenantproof.run.TestRun.Outcome;
import io.tenantproof.scenario.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.opentest4j.TestAbortedException;

/** A test that has begun. */
final class Ongoing {

  // Where a report stands, and where the dumps stand beside it.
  private static final String DUMPS = "../dumps/";

  private final TestName name;
  private final Clock clock;
  private final Instant begin;
  private final Journal journal;
  private final AtomicReference<Optional<Duration>> took = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<String>> dump = new AtomicReference<>(Optional.empty());

  Ongoing(TestName name, Clock clock) {
    this.name = name;
    this.clock = clock;
    this.begin = clock.instant();
    this.journal = new Journal(clock);
  }

  Journal journal() {
    return journal;
  }

  /** The test itself has ended; what comes after it is no part of its time. */
  Duration ended() {
    Duration since = Duration.between(begin, clock.instant());
    took.compareAndSet(Optional.empty(), Optional.of(since));
    return took.get().orElseThrow();
  }

  /** What the cluster showed is kept under a name. */
  void dumped(String where) {
    dump.set(Optional.of(DUMPS + where));
  }

  /** What came of it. */
  TestRun result(Optional<Throwable> failure) {
    return new TestRun(
        name.spec(),
        name.test(),
        begin,
        ended(),
        failure.map(Ongoing::outcome).orElse(Outcome.PASSED),
        failure.map(Ongoing::reason).orElse(""),
        journal.steps(),
        journal.figures(),
        dump.get());
  }

  static Outcome outcome(Throwable failure) {
    return failure instanceof TestAbortedException ? Outcome.SKIPPED : Outcome.FAILED;
  }

  static String reason(Throwable failure) {
    String message =
        Optional.ofNullable(failure.getMessage())
            .orElse("")
            .replaceFirst("^(Assumption failed: )?SKIPPED: ", "")
            .strip();
    if (failure instanceof TestAbortedException || failure instanceof AssertionError) {
      return message.isEmpty() ? failure.getClass().getSimpleName() : message;
    }
    return "%s: %s".formatted(failure.getClass().getSimpleName(), message);
  }
}
