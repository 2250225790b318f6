package io.tenantproof.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AttemptTest {

  private final AtomicInteger started = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  @Test
  void aPlatformThatDidNotComeUpIsTriedOnce() {
    IllegalArgumentException reason = new IllegalArgumentException("no memory");
    Attempt<String> attempt =
        Attempt.of(
            () -> {
              started.incrementAndGet();
              throw reason;
            },
            platform -> {});

    for (int spec = 0; spec < 3; spec++) {
      assertThatThrownBy(attempt::required)
          .hasMessage("The platform of this run did not come up, and is not tried again: no memory")
          .hasCause(reason);
    }

    assertThat(started).hasValue(1);
  }

  @Test
  void oneThatCameUpIsGivenToAllAndEndedAtTheEnd() {
    try (Attempt<String> attempt =
        Attempt.of(() -> "platform", platform -> closed.incrementAndGet())) {
      assertThat(attempt.required()).isEqualTo("platform");
      assertThat(attempt.required()).isEqualTo("platform");
      assertThat(closed).hasValue(0);
    }

    assertThat(closed).hasValue(1);
  }
}
