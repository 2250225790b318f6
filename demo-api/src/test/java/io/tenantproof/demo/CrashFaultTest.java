package io.tenantproof.demo;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CrashFaultTest {

  @Test
  void crashesAfterItsTimeAndSaysWhy() throws Exception {
    CountDownLatch crashed = new CountDownLatch(1);
    try (CapturedLog log = CapturedLog.start()) {
      CrashFault.arm(Duration.ofMillis(50), crashed::countDown);

      assertThat(crashed.await(5, SECONDS)).isTrue();
      assertThat(log.lines())
          .singleElement()
          .satisfies(
              line -> {
                assertThat(line.path("level").asString()).isEqualTo("ERROR");
                assertThat(line.path("message").asString()).contains("fault-crash-after-seconds");
              });
    }
  }
}
