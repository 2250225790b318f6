package io.tenantproof.scenario;

import io.tenantproof.isolation.Proof;
import io.tenantproof.run.Figure;
import io.tenantproof.run.TestStep;
import io.tenantproof.run.TestStep.Kind;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a test did, waited for and measured, for the report. */
public final class Journal {

  private final Clock clock;
  private final List<TestStep> steps = new CopyOnWriteArrayList<>();
  private final List<Figure> figures = new CopyOnWriteArrayList<>();
  private final AtomicReference<Optional<Proof>> proof = new AtomicReference<>(Optional.empty());

  /** One that has nothing yet. */
  public Journal(Clock clock) {
    this.clock = clock;
  }

  /** The steps, in the order of their ends. */
  public List<TestStep> steps() {
    return List.copyOf(steps);
  }

  /** What was measured, in order. */
  public List<Figure> figures() {
    return List.copyOf(figures);
  }

  /** The last proof that was kept. */
  public Optional<Proof> proof() {
    return proof.get();
  }

  /** Keeps a figure, and tells it to who watches. */
  void measured(String what, Object value) {
    System.out.printf("Measured: %s: %s%n", what, value);
    figures.add(new Figure(what, String.valueOf(value)));
  }

  /** Changes something, and returns what came of it. */
  String did(String what, Supplier<String> change) {
    return step(Kind.DID, what, change, Function.identity());
  }

  /** Waits until something is as expected. */
  void waits(Await await, Expectation expectation) {
    var _ =
        step(
            Kind.EXPECTED, expectation.what(), () -> await.until(expectation), Function.identity());
  }

  /** Watches that something stays as expected. */
  void watches(Await await, Expectation expectation) {
    String so = "so it was for %d s".formatted(await.deadline().toSeconds());
    var _ =
        step(
            Kind.WATCHED,
            expectation.what(),
            () -> {
              await.holds(expectation);
              return so;
            },
            Function.identity());
  }

  /**
   * Tries to get from each tenant to the others; a proof of all families is kept for the report.
   */
  Proof proves(String what, boolean whole, Supplier<Proof> proving) {
    Proof made = step(Kind.PROVED, what, proving, one -> one.counts().toString());
    if (whole) {
      proof.set(Optional.of(made));
    }
    return made;
  }

  private <T> T step(Kind kind, String what, Supplier<T> work, Function<T, String> seen) {
    Instant begin = clock.instant();
    try {
      T result = work.get();
      add(kind, what, seen.apply(result), true, begin);
      return result;
    } catch (RuntimeException | AssertionError e) {
      add(kind, what, String.valueOf(e.getMessage()), false, begin);
      throw e;
    }
  }

  private void add(Kind kind, String what, String seen, boolean good, Instant begin) {
    steps.add(
        new TestStep(kind, what, seen, good, begin, Duration.between(begin, clock.instant())));
  }
}
