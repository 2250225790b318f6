package io.tenantproof.demo;

import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;

/**
 * {@code /health/live}: whether the process is worth keeping.
 *
 * <p>It answers, so it is. It depends on nothing else: a restart cures nothing outside.
 */
final class LiveCheck implements HealthCheck {

  @Override
  public HealthCheckType type() {
    return HealthCheckType.LIVENESS;
  }

  @Override
  public String name() {
    return "process";
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.builder().status(true).build();
  }
}
