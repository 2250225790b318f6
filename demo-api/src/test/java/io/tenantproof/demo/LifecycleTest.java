package io.tenantproof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.demo.Lifecycle.Phase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  @Test
  void onlyMovesForward() {
    Lifecycle lifecycle = new Lifecycle();

    assertThat(lifecycle.phase()).isEqualTo(Phase.STARTING);
    assertThat(lifecycle.advanceTo(Phase.SERVING)).isTrue();
    assertThat(lifecycle.advanceTo(Phase.DRAINING)).isTrue();
    assertThat(lifecycle.advanceTo(Phase.DRAINING)).isFalse();
    assertThat(lifecycle.advanceTo(Phase.SERVING)).isFalse();
    assertThat(lifecycle.phase()).isEqualTo(Phase.DRAINING);
    assertThat(lifecycle.draining()).isTrue();
  }

  @Test
  void theEndWakesWhoWaitsForIt() throws Exception {
    Lifecycle lifecycle = new Lifecycle();
    Thread waiting =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    lifecycle.awaitStopped(Duration.ofMinutes(1));
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });

    lifecycle.advanceTo(Phase.STOPPED);

    assertThat(waiting.join(Duration.ofSeconds(5))).isTrue();
  }
}
