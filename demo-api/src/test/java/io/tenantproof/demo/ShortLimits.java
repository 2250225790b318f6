package io.tenantproof.demo;

import java.time.Duration;

/** The limits in operation, with deadlines that a test can wait for. */
final class ShortLimits {

  private ShortLimits() {}

  static Limits of(int connections, int requests) {
    Limits standard = Limits.STANDARD;
    return new Limits(
        standard.bodyBytes(),
        standard.headerBytes(),
        standard.requestLineBytes(),
        connections,
        requests,
        standard.socketBytes(),
        Duration.ofMillis(300),
        Duration.ofMillis(300),
        Duration.ofMillis(500),
        Duration.ofMillis(50),
        standard.finish());
  }
}
