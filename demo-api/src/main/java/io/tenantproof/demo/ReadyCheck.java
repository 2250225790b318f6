package io.tenantproof.demo;

import io.helidon.health.HealthCheck;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;

/** {@code /health/ready}: whether new requests are wanted. */
final class ReadyCheck implements HealthCheck {

  private final Lifecycle lifecycle;
  private final boolean unreadyOnOrder;

  ReadyCheck(Lifecycle lifecycle, Settings.Faults faults) {
    this.lifecycle = lifecycle;
    this.unreadyOnOrder = faults.unready();
  }

  @Override
  public HealthCheckType type() {
    return HealthCheckType.READINESS;
  }

  @Override
  public String name() {
    return "requests";
  }

  @Override
  public HealthCheckResponse call() {
    Lifecycle.Phase phase = lifecycle.phase();
    return HealthCheckResponse.builder()
        .status(phase == Lifecycle.Phase.SERVING && !unreadyOnOrder)
        .detail("phase", phase.name())
        .detail("fault-unready", unreadyOnOrder)
        .build();
  }
}
