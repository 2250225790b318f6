package io.tenantproof.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TogetherTest {

  @Test
  void whatEachComesToIsInTheOrderOfTheItems() {
    assertThat(Together.each(List.of(3, 1, 2), one -> List.of(one, one * 10)))
        .containsExactly(3, 30, 1, 10, 2, 20);
  }

  @Test
  void noMoreThanSoManyAreAtIt() {
    AtomicInteger inside = new AtomicInteger();

    assertThat(
            Together.each(
                1,
                List.of(1, 2, 3, 4, 5, 6),
                one -> {
                  int seen = inside.incrementAndGet();
                  inside.decrementAndGet();
                  return List.of(seen);
                }))
        .containsOnly(1);
  }

  @Test
  void aFailureEndsTheOthersAndIsWhatIsReported() {
    CountDownLatch waiting = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () ->
                Together.each(
                    List.of("waits", "fails"),
                    one -> {
                      if (one.equals("fails")) {
                        await(waiting, interrupted);
                        throw new IllegalArgumentException("the reason");
                      }
                      waiting.countDown();
                      await(new CountDownLatch(1), interrupted);
                      throw new IllegalStateException("was interrupted");
                    }))
        .withMessage("the reason");
    assertThat(interrupted).isTrue();
  }

  private static void await(CountDownLatch latch, AtomicBoolean interrupted) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      interrupted.set(true);
    }
  }
}
