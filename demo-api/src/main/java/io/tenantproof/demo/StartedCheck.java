package io.tenantproof.demo;

import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;

/** {@code /health/started}: whether the start is over. */
final class StartedCheck implements HealthCheck {

  private final Lifecycle lifecycle;

  StartedCheck(Lifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public HealthCheckType type() {
    return HealthCheckType.STARTUP;
  }

  @Override
  public String name() {
    return "start";
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.builder()
        .status(lifecycle.phase() != Lifecycle.Phase.STARTING)
        .build();
  }
}
