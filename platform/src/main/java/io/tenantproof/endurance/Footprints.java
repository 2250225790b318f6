package io.tenantproof.endurance;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.NodeContainer;
import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.platform.Kit;
import io.tenantproof.platform.PlatformRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Footprints of a kit.
 *
 * @param kit whose they are
 * @param own the folder of the measurement
 */
record Footprints(Kit kit, Path own) implements Supplier<Footprint> {

  private static final Duration SETTLED = Duration.ofMinutes(2);

  /** The one of now: what can't be measured does not keep the rest from being. */
  @Override
  public Footprint get() {
    Gathered gathered = new Gathered();
    gathered.add(
        "machine",
        new MachineMeter(
            kit.home(), Path.of(System.getProperty("java.io.tmpdir")), Path.of("/proc")));
    gathered.add("disk", DiskMeter.of(kit.home(), kit.cache(), own));
    ContainerEngine.find()
        .ifPresentOrElse(
            engine -> {
              try (engine) {
                gathered.add("engine", new EngineMeter(engine));
                gathered.add("disk of the engine", new EngineDisk(engine.address()));
                gathered.add("reused platform", () -> platform(engine));
              }
            },
            () -> gathered.missing.add("engine: none answers"));
    return new Footprint(gathered.readings, gathered.missing);
  }

  private Map<Gauge, Reading> platform(ContainerEngine engine) {
    Optional<NodeContainer> node = NodeContainer.find(engine, PlatformRequest.REUSED);
    if (node.isEmpty()) {
      return Map.of();
    }
    Path kubeconfig = kit.home().resolve("target/reused/kubeconfig");
    try (Cluster cluster = Cluster.running(node.get(), kubeconfig)) {
      return new ClusterMeter(cluster, SETTLED).read();
    }
  }

  private static final class Gathered {
    private final Map<Gauge, Reading> readings = new EnumMap<>(Gauge.class);
    private final List<String> missing = new ArrayList<>();

    private void add(String what, Meter meter) {
      try {
        readings.putAll(meter.read());
      } catch (RuntimeException e) {
        missing.add("%s: %s".formatted(what, e.getMessage()));
      }
    }
  }
}
