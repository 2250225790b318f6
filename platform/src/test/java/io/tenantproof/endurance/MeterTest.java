package io.tenantproof.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tenantproof.cluster.NodeContainer;
import io.tenantproof.cluster.StubCluster;
import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.engine.StubEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeterTest {

  private static final Duration AT_ONCE = Duration.ofMillis(300);

  @Test
  void anEngineTellsWhatItHolds() throws IOException {
    try (StubEngine stub =
            new StubEngine()
                .answers(
                    "GET /containers/json",
                    200,
                    """
                    [{"Id": "1", "Names": ["/tenantproof-reused"],
                      "Labels": {"io.tenantproof.cluster": "reused"}},
                     {"Id": "2", "Names": ["/other"]}]
                    """)
                .answers("GET /volumes", 200, "{\"Volumes\": [{\"Name\": \"v\"}]}")
                .answers("GET /networks", 200, "[{\"Name\": \"bridge\"}, {\"Name\": \"host\"}]");
        ContainerEngine engine = stub.client()) {
      assertThat(new EngineMeter(engine).read())
          .isEqualTo(
              Map.of(
                  Gauge.CONTAINERS,
                  Reading.of(List.of("other", "tenantproof-reused")),
                  Gauge.KIT_CONTAINERS,
                  Reading.of(List.of("tenantproof-reused")),
                  Gauge.VOLUMES,
                  Reading.of(List.of("v")),
                  Gauge.NETWORKS,
                  Reading.of(List.of("bridge", "host"))));
    }
  }

  @Test
  void theDiskOfAnEngineIsTheSumOfItsParts() throws IOException {
    assertThat(
            disk(
                """
                {"LayersSize": 1000, "Images": [{"Size": 900}],
                 "Containers": [{"SizeRw": 20}, {"Id": "never written"}],
                 "Volumes": [{"UsageData": {"Size": 300}}, {"UsageData": {"Size": -1}}],
                 "BuildCache": [{"Size": 4000}]}
                """))
        .isEqualTo(5320);
    assertThat(
            disk(
                """
                {"ImageUsage": {"TotalSize": 1000, "Reclaimable": 7},
                 "VolumeUsage": {"TotalSize": 300}, "ContainerUsage": {}}
                """))
        .isEqualTo(1300);
  }

  private static long disk(String json) throws IOException {
    try (StubEngine stub = new StubEngine().answers("GET /system/df", 200, json);
        ContainerEngine engine = stub.client()) {
      return Laps.reading(new EngineDisk(engine.address()), Gauge.ENGINE_DISK).value();
    }
  }

  @Test
  void anEngineThatDoesNotTellIsNamed() throws IOException {
    try (StubEngine stub = new StubEngine();
        ContainerEngine engine = stub.client()) {
      EngineDisk disk = new EngineDisk(engine.address());

      assertThatIllegalStateException()
          .isThrownBy(disk::read)
          .withMessageMatching("expected 200 of /system/df at tcp://127.0.0.1:\\d+, found .*404.*");
    }
  }

  @Test
  void memoryIsToldWithoutThePageCache() throws IOException {
    assertThat(memory("\"inactive_file\": 300, \"total_inactive_file\": 400")).isEqualTo(600);
    assertThat(memory("\"inactive_file\": 300")).isEqualTo(700);
    assertThat(memory("")).isEqualTo(1000);
  }

  private static long memory(String stats) throws IOException {
    try (StubEngine stub =
            new StubEngine()
                .answers(
                    "GET /containers/1/stats",
                    200,
                    "{\"memory_stats\": {\"usage\": 1000, \"stats\": {%s}}}".formatted(stats));
        ContainerEngine engine = stub.client()) {
      return new NodeMemory(new NodeContainer(engine, "1", "reused")).bytes().orElseThrow();
    }
  }

  @Test
  void aClusterTellsWhatItHolds() {
    try (StubCluster stub =
        new StubCluster()
            .answers("/api/v1/namespaces", list("{\"metadata\": {\"name\": \"tenant-a\"}}"))
            .answers(
                "/api/v1/pods",
                list(
                    """
                    {"metadata": {"name": "a", "namespace": "tenant-a",
                      "deletionTimestamp": "2026-01-01T00:00:00Z"}, "spec": {}},
                    {"metadata": {"name": "b", "namespace": "argocd"}, "spec": {},
                      "status": {"phase": "Succeeded"}}
                    """))) {
      Map<Gauge, Reading> readings = new ClusterMeter(stub.cluster(), AT_ONCE).read();

      assertThat(readings.get(Gauge.NAMESPACES)).isEqualTo(Reading.of(List.of("tenant-a")));
      // A pod that never ends is there as any other is.
      assertThat(readings.get(Gauge.PODS)).isEqualTo(Reading.of(List.of("argocd", "tenant-a")));
      assertThat(readings.get(Gauge.PERSISTENT_VOLUMES)).isEqualTo(Reading.of(List.of()));
      assertThat(readings.get(Gauge.APPLICATIONS)).isEqualTo(Reading.of(List.of()));
      assertThat(readings).doesNotContainKey(Gauge.NODE_MEMORY);
    }
  }

  private static String list(String items) {
    return "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [%s]}".formatted(items);
  }
}
