package io.tenantproof.demo;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.health.HealthObserver;
import io.helidon.webserver.observe.metrics.MetricsObserver;
import java.util.List;

/** The second port: probes for the kubelet, metrics for Prometheus, nothing for callers. */
final class Management {

  /** Name of the port's socket. */
  static final String SOCKET = "management";

  private Management() {}

  /** {@code /health/live}, {@code /health/ready}, {@code /health/started}, {@code /metrics}. */
  static ObserveFeature endpoints(
      Lifecycle lifecycle, Settings.Faults faults, ServiceMeters meters) {
    return ObserveFeature.builder()
        .endpoint("/")
        .sockets(List.of(SOCKET))
        .observersDiscoverServices(false)
        .addObserver(
            HealthObserver.builder()
                .endpoint("health")
                .details(true)
                .useSystemServices(false)
                .addCheck(new LiveCheck())
                .addCheck(new ReadyCheck(lifecycle, faults))
                .addCheck(new StartedCheck(lifecycle))
                .build())
        .addObserver(
            MetricsObserver.builder()
                .endpoint("metrics")
                .metricsConfig(meters.config())
                .meterRegistry(meters.registry())
                .autoHttpMetrics(automatic -> automatic.enabled(false))
                .build())
        .build();
  }

  /** What is left of the port: problems. */
  static HttpRouting.Builder routing() {
    return HttpRouting.builder().error(Throwable.class, new ProblemHandler());
  }
}
