package io.tenantproof.demo;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Info;
import java.util.List;

/**
 * The meters of one running service: its own registry, the JVM's meters and the build's.
 *
 * @param registry where the service's own meters are registered
 * @param gc listens to the collectors until it is closed
 */
record ServiceMeters(PrometheusMeterRegistry registry, JvmGcMetrics gc) implements AutoCloseable {

  static ServiceMeters create(BuildInfo build) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    JvmGcMetrics gc = new JvmGcMetrics();
    List.of(
            new JvmMemoryMetrics(),
            gc,
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics())
        .forEach(meters -> meters.bindTo(registry));
    registerBuild(registry, build);
    return new ServiceMeters(registry, gc);
  }

  /** Shows how many callers a port has. */
  void count(String port, CallerGuard guard) {
    Gauge.builder("http.server.connections", guard, CallerGuard::present)
        .description("Open connections")
        .tag("port", port)
        .register(registry);
  }

  @Override
  public void close() {
    gc.close();
    registry.close();
  }

  private static void registerBuild(PrometheusMeterRegistry registry, BuildInfo build) {
    // Not a gauge of Micrometer: the Prometheus client keeps the ending _info for its own kind.
    Info.builder()
        .name("demo_api_build_info")
        .help("What is running; the value is always 1")
        .labelNames("version", "revision", "java")
        .register(registry.getPrometheusRegistry())
        .setLabelValues(build.version(), build.revision(), build.java());
  }
}
