package io.tenantproof.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceServedTest {

  private static final String NO_SUCH_KIND =
      "resource mapping not found for name: \"default\"\nensure CRDs are installed first";

  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void aKindThatIsNotServedYetIsWaitedFor() {
    new OnceServed(Duration.ofSeconds(10)).run("some", () -> failUntil(3, NO_SUCH_KIND));

    assertThat(tries).hasValue(3);
  }

  @Test
  void anotherFailureIsReportedAtOnce() {
    assertThatExceptionOfType(ReleaseFailed.class)
        .isThrownBy(
            () ->
                new OnceServed(Duration.ofSeconds(10))
                    .run("some", () -> failUntil(3, "a template is wrong")))
        .withMessage("a template is wrong");

    assertThat(tries).hasValue(1);
  }

  @Test
  void aKindThatNeverComesIsReportedInHelmsWords() {
    assertThatExceptionOfType(ReleaseFailed.class)
        .isThrownBy(
            () ->
                new OnceServed(Duration.ofSeconds(1))
                    .run("some", () -> failUntil(Integer.MAX_VALUE, NO_SUCH_KIND)))
        .withMessage(NO_SUCH_KIND);
  }

  private void failUntil(int good, String words) {
    if (tries.incrementAndGet() < good) {
      throw new ReleaseFailed(words, new IllegalStateException());
    }
  }
}
