package io.tenantproof.measured;

import io.tenantproof.boot.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Made-up figures of each command. */
final class Samples {

  static final Instant MEASURED = Instant.parse("2026-01-02T03:04:05.678Z");
  static final Machine MACHINE =
      new Machine(2, 24_093, "Linux 6.1.0", OptionalDouble.of(3.12), Optional.of("26.1.5"));

  static final String WORKLOAD =
      """
      {"format": 1, "contenders": [
        {"name": "demo-api", "rounds": 3, "requestsPerSecond": 15533.4,
         "coldRequestsPerSecond": 9100.5, "p50Ms": 1.6, "p99Ms": 80.2,
         "firstAnswerMs": 690.1, "idleMib": 67.2, "loadedMib": 117.4, "imageMib": 91.3, "failed": 0},
        {"name": "podinfo", "rounds": 3, "requestsPerSecond": 37462.9,
         "coldRequestsPerSecond": 37000, "p50Ms": 0.81, "p99Ms": 5.1,
         "firstAnswerMs": 203.3, "idleMib": 36, "loadedMib": 41.9, "imageMib": 29.4, "failed": 0}]}
      """;
  static final String GROWTH =
      """
      {"format": 1, "stages": [
        {"tenants": 5, "added": 3, "settledMs": 15400, "knownMs": 8700, "pods": 26,
         "memoryMib": 4506},
        {"tenants": 25, "added": 20, "settledMs": 76100, "knownMs": 17500, "pods": 66,
         "memoryMib": 0}]}
      """;
  static final String ISOLATION =
      """
      {"format": 1, "sizes": [
        {"tenants": 2, "pairs": 2, "ways": 369, "tookMs": 5700, "bad": 0},
        {"tenants": 20, "pairs": 380, "ways": 12195, "tookMs": 42800, "bad": 0}]}
      """;
  static final String CYCLONUS =
      """
      {"format": 1, "rounds": 3, "tenants": 2, "ratio": 6.84, "contenders": [
        {"name": "tenantproof", "checks": 369, "tookMs": 5700, "perCheckMs": 15.4,
         "notAsTheyMustBe": 0},
        {"name": "cyclonus", "checks": 324, "tookMs": 34000, "perCheckMs": 104.9,
         "notAsTheyMustBe": 0}]}
      """;
  static final String WINDOW =
      """
      {"format": 1, "ways": [
        {"way": "IN", "title": "a new pod of a namespace without policies to a tenant",
         "open": false, "pods": 10, "connections": 2148, "passed": 0, "firstPassedMedianMs": -1,
         "firstPassedWorstMs": -1, "lastPassedMs": -1},
        {"way": "OWN", "title": "a new pod of a tenant to a pod of its own", "open": true,
         "pods": 10, "connections": 2148, "passed": 2140, "firstPassedMedianMs": 3.1,
         "firstPassedWorstMs": 13.2, "lastPassedMs": 3999}]}
      """;
  static final String BOOT =
      """
      {"format": 1, "zero": "2026-01-01T10:00:00Z", "tookMs": 92457, "resolutionMs": 1000,
       "milestones": [
         {"id": "started", "title": "container started", "atMs": 0, "tookMs": 0, "share": 0,
          "critical": true, "source": "the engine"},
         {"id": "api-server", "title": "API server ready", "atMs": 4000, "from": "started",
          "tookMs": 4000, "share": 0.043, "critical": false, "source": "the node's log"},
         {"id": "images", "title": "images imported", "atMs": 92457, "from": "started",
          "tookMs": 92457, "share": 1, "critical": true, "source": "the node's log"}],
       "criticalPath": ["started", "images"], "boundBy": "images",
       "unknown": [{"id": "apis", "title": "all APIs answer", "why": "it is <not> so"}]}
      """;

  private Samples() {}

  static BenchFile file(String name, String result) {
    return BenchFile.of(name, MEASURED, MACHINE, result);
  }

  static List<BenchFile> all() {
    return List.of(
        file("workload", WORKLOAD),
        file("growth", GROWTH),
        file("isolation", ISOLATION),
        file("cyclonus", CYCLONUS),
        file("window", WINDOW),
        file("boot", BOOT));
  }

  static Suite suite() {
    return new Suite(
        Instant.parse("2026-01-02T00:00:00Z"),
        Duration.ofMinutes(47),
        List.of(
            new Suite.Part("boot of the platform", 8, Duration.ofSeconds(137), 0.05),
            new Suite.Part("GitOpsIT", 16, Duration.ofSeconds(352), 0.12),
            new Suite.Part("ResilienceIT", 15, Duration.ofSeconds(585), 0.2)),
        Duration.ofMinutes(20),
        Duration.ofMinutes(4));
  }
}
