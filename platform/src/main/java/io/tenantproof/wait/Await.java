package io.tenantproof.wait;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.pollinterval.FibonacciPollInterval;

/**
 * A bounded wait.
 *
 * @param deadline how long at the most
 * @param listener is told what is seen, each time that it changes
 */
public record Await(Duration deadline, Consumer<String> listener) {

  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
  private static final Duration STEADY_PAUSE = Duration.ofMillis(250);
  private static final String BEFORE = "; before that: ";

  /** A wait that tells nobody what it sees. */
  public static Await atMost(Duration deadline) {
    return new Await(deadline, seen -> {});
  }

  /** The same wait that tells what it sees. */
  public Await telling(Consumer<String> other) {
    return new Await(deadline, other);
  }

  /**
   * Waits until the expectation is met.
   *
   * @return what was seen then
   * @throws NotMet at the deadline, or at once when the expectation can't be met any more; with
   *     what was expected and what was seen last
   */
  public String until(Expectation expectation) {
    AtomicReference<Outcome> last = new AtomicReference<>(new Outcome.Pending("nothing yet"));
    try {
      Awaitility.await(expectation.what())
          .atMost(deadline)
          .pollDelay(Duration.ZERO)
          .pollInterval(
              (count, previous) -> {
                Duration next = FibonacciPollInterval.fibonacci().next(count + 4, previous);
                return next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
              })
          .until(() -> lookOnce(expectation, last) instanceof Outcome.Satisfied);
      return last.get().seen();
    } catch (ConditionTimeoutException e) {
      throw new NotMet(
          "Expected: %s.\nSeen last, after %d s: %s"
              .formatted(expectation.what(), deadline.toSeconds(), last.get().seen()),
          e);
    }
  }

  /**
   * Watches for the whole of the deadline that the expectation stays met; it must be met at the
   * first look.
   *
   * @throws NotMet as soon as it is not, with what was seen
   */
  public void holds(Expectation expectation) {
    AtomicReference<Outcome> last = new AtomicReference<>(new Outcome.Pending("nothing yet"));
    Duration slack = deadline.plusSeconds(30);
    try {
      Awaitility.await(expectation.what())
          .during(deadline)
          .atMost(slack)
          .pollDelay(Duration.ZERO)
          .pollInterval(STEADY_PAUSE)
          .until(
              () -> {
                if (lookOnce(expectation, last) instanceof Outcome.Satisfied) {
                  return true;
                }
                throw new NotMet(
                    "Expected for %d s: %s.\nSeen: %s"
                        .formatted(deadline.toSeconds(), expectation.what(), last.get().seen()));
              });
    } catch (ConditionTimeoutException e) {
      throw new NotMet(
          "Expected for %d s: %s.\nIt could not be watched so long; seen last: %s"
              .formatted(deadline.toSeconds(), expectation.what(), last.get().seen()),
          e);
    }
  }

  private Outcome lookOnce(Expectation expectation, AtomicReference<Outcome> last) {
    Outcome outcome = outcomeOf(expectation, last.get());
    if (!outcome.seen().equals(last.getAndSet(outcome).seen())) {
      listener.accept(outcome.seen());
    }
    if (outcome instanceof Outcome.Failed failed) {
      throw new NotMet("Expected: %s.\nSeen: %s".formatted(expectation.what(), failed.seen()));
    }
    return outcome;
  }

  private static Outcome outcomeOf(Expectation expectation, Outcome before) {
    try {
      return expectation.look().get();
    } catch (NotMet given) {
      throw given;
    } catch (Exception e) {
      // Of any kind: REST Assured, for one, throws checked exceptions that it does not declare.
      // At the deadline the look that is under way is interrupted, which says nothing of what it
      // looks at.
      return Thread.currentThread().isInterrupted()
          ? before
          : new Outcome.Pending(
              "%s: %s%s%s"
                  .formatted(
                      e.getClass().getSimpleName(),
                      e.getMessage(),
                      BEFORE,
                      withoutTrouble(before)));
    }
  }

  // One look that fails must not take away what was seen.
  private static String withoutTrouble(Outcome before) {
    int at = before.seen().lastIndexOf(BEFORE);
    return at < 0 ? before.seen() : before.seen().substring(at + BEFORE.length());
  }
}
