package io.tenantproof.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.CheckedExceptionRethrower;
import org.junit.jupiter.api.Test;

class AwaitTest {

  private static final Await SHORT = Await.atMost(Duration.ofMillis(400));

  @Test
  void returnsWhatWasSeenOnceItIsAsExpected() {
    AtomicInteger looks = new AtomicInteger();

    String seen =
        SHORT.until(
            new Expectation(
                "three looks",
                () -> Outcome.of(looks.incrementAndGet() == 3, "look " + looks.get())));

    assertThat(seen).isEqualTo("look 3");
  }

  @Test
  void saysAtTheDeadlineWhatWasExpectedAndWhatWasSeenLast() {
    assertThatThrownBy(
            () ->
                SHORT.until(
                    new Expectation("a green light", () -> new Outcome.Pending("a red one"))))
        .isInstanceOf(NotMet.class)
        .hasMessageContaining("Expected: a green light")
        .hasMessageContaining("a red one");
  }

  @Test
  void stopsAtOnceWhenTheExpectationCanNotBeMetAnyMore() {
    AtomicInteger looks = new AtomicInteger();

    assertThatThrownBy(
            () ->
                Await.atMost(Duration.ofMinutes(5))
                    .until(
                        new Expectation(
                            "life",
                            () -> {
                              looks.incrementAndGet();
                              return new Outcome.Failed("it is dead");
                            })))
        .isInstanceOf(NotMet.class)
        .hasMessageContaining("it is dead");
    assertThat(looks).hasValue(1);
  }

  @Test
  void takesAnExceptionForNotYetAndTellsIt() {
    assertThatThrownBy(
            () ->
                SHORT.until(
                    new Expectation(
                        "an answer",
                        () -> {
                          throw new IllegalStateException("connection refused");
                        })))
        .isInstanceOf(NotMet.class)
        .hasMessageContaining("connection refused");
  }

  @Test
  void takesACheckedExceptionThatNobodyDeclaredForNotYet() {
    AtomicInteger looks = new AtomicInteger();

    String seen =
        SHORT.until(
            new Expectation(
                "an answer",
                () -> {
                  if (looks.incrementAndGet() == 1) {
                    CheckedExceptionRethrower.safeRethrow(new IOException("cut"));
                  }
                  return new Outcome.Satisfied("an answer");
                }));

    assertThat(seen).isEqualTo("an answer");
  }

  @Test
  void aLookThatFailsDoesNotTakeAwayWhatWasSeen() {
    AtomicInteger looks = new AtomicInteger();

    assertThatThrownBy(
            () ->
                SHORT.until(
                    new Expectation(
                        "a green light",
                        () -> {
                          if (looks.incrementAndGet() == 1) {
                            return new Outcome.Pending("a red one");
                          }
                          throw new IllegalStateException("connection refused");
                        })))
        .isInstanceOf(NotMet.class)
        .hasMessageEndingWith("connection refused; before that: a red one");
  }

  @Test
  void aLookThatTheDeadlineInterruptsSaysNothing() {
    AtomicInteger looks = new AtomicInteger();

    assertThatThrownBy(
            () ->
                SHORT.until(
                    new Expectation(
                        "a green light",
                        () -> {
                          if (looks.incrementAndGet() == 1) {
                            return new Outcome.Pending("a red one");
                          }
                          throw interrupted();
                        })))
        .isInstanceOf(NotMet.class)
        .hasMessageEndingWith(": a red one");
  }

  // Blocks until it is interrupted, as a client's request does.
  private static RuntimeException interrupted() {
    try {
      new CountDownLatch(1).await();
      return new IllegalStateException("nobody counts down");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new IllegalStateException("interrupted", e);
    }
  }

  @Test
  void tellsEachChangeOnce() {
    List<String> told = new ArrayList<>();
    AtomicInteger looks = new AtomicInteger();

    SHORT
        .telling(told::add)
        .until(
            new Expectation(
                "the fourth look",
                () ->
                    Outcome.of(
                        looks.incrementAndGet() == 4, looks.get() < 4 ? "waiting" : "there")));

    assertThat(told).containsExactly("waiting", "there");
  }

  @Test
  void seesThatAStateDoesNotLast() {
    AtomicInteger looks = new AtomicInteger();

    assertThatThrownBy(
            () ->
                Await.atMost(Duration.ofSeconds(2))
                    .holds(
                        new Expectation(
                            "silence",
                            () -> Outcome.of(looks.incrementAndGet() < 3, "look " + looks.get()))))
        .isInstanceOf(NotMet.class)
        .hasMessageContaining("silence")
        .hasMessageContaining("look 3");
  }

  @Test
  void watchesAStateForTheWholeTime() {
    long begun = System.nanoTime();

    SHORT.holds(new Expectation("silence", () -> new Outcome.Satisfied("silent")));

    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isGreaterThanOrEqualTo(Duration.ofMillis(400));
  }

  @Test
  void allOfNamesOnlyTheOpenOnes() {
    Expectation both =
        Expectation.allOf(
            "both",
            List.of(
                new Expectation("a", () -> new Outcome.Satisfied("a is there")),
                new Expectation("b", () -> new Outcome.Pending("b is missing"))));

    assertThat(both.look().get()).isEqualTo(new Outcome.Pending("b is missing"));
  }
}
