package io.tenantproof.demo;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.health.HealthObserver;
import java.util.List;

/** The second port: probes for the kubelet, metrics for Prometheus, nothing for callers. */
final class Management {

  /** Name of the port's socket. */
  static final String SOCKET = "management";

  private Management() {}

  /** {@code /health/live}, {@code /health/ready}, {@code /health/started}. */
  static ObserveFeature probes(Lifecycle lifecycle, Settings.Faults faults) {
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
        .build();
  }

  /** What is left of the port: {@code /metrics}, and problems. */
  static HttpRouting.Builder routing(ServiceMeters meters) {
    return HttpRouting.builder()
        .error(Throwable.class, new ProblemHandler())
        .get(MetricsEndpoint.PATH, new MetricsEndpoint(meters));
  }
}
