package io.tenantproof.demo;

import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.MetricsConfig;
import io.helidon.metrics.api.MetricsFactory;
import io.helidon.metrics.api.ScopeConfig;
import io.helidon.metrics.api.Tag;
import io.helidon.service.registry.Services;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.List;

/**
 * The meters of one running service: its own registry, the JVM's meters and the build's.
 *
 * @param registry where the service's own meters are registered
 * @param config how the registry is set up
 * @param gc listens to the collectors until it is closed
 */
record ServiceMeters(MeterRegistry registry, MetricsConfig config, JvmGcMetrics gc)
    implements AutoCloseable {

  static ServiceMeters create(BuildInfo build) {
    MetricsConfig config =
        MetricsConfig.builder()
            // Helidon's own counters know the management port only, which nobody wants counted.
            .scoping(
                scoping ->
                    scoping.putScope(
                        "vendor", ScopeConfig.builder().name("vendor").enabled(false).build()))
            .build();
    MeterRegistry registry = Services.get(MetricsFactory.class).createMeterRegistry(config);
    io.micrometer.core.instrument.MeterRegistry micrometer =
        registry.unwrap(io.micrometer.core.instrument.MeterRegistry.class);
    // Helidon's label "scope" says the same of every series.
    micrometer.config().meterFilter(MeterFilter.ignoreTags("scope"));
    JvmGcMetrics gc = new JvmGcMetrics();
    List.of(
            new JvmMemoryMetrics(),
            gc,
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics())
        .forEach(meters -> meters.bindTo(micrometer));
    registerBuild(registry, build);
    return new ServiceMeters(registry, config, gc);
  }

  @Override
  public void close() {
    gc.close();
    registry.close();
  }

  private static void registerBuild(MeterRegistry registry, BuildInfo build) {
    registry.getOrCreate(
        Gauge.builder("demo.api.build.info", () -> 1)
            .description("What is running; the value is always 1")
            .tags(
                List.of(
                    Tag.create("version", build.version()),
                    Tag.create("revision", build.revision()),
                    Tag.create("java", build.java()))));
  }
}
