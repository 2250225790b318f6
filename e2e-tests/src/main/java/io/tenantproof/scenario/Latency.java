package io.tenantproof.scenario;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How fast a server answered; times are milliseconds.
 *
 * @param requests that were made
 * @param failed of them: no answer, or one of 500 and more
 * @param failures what was said of those that failed, with when each was asked: seconds after the
 *     first one
 * @param p50 half of them were faster
 * @param p99 all but one in a hundred were faster
 * @param max the slowest one
 */
public record Latency(
    int requests,
    int failed,
    Map<String, List<Number>> failures,
    double p50,
    double p99,
    double max) {

  /** Copies what it is given. */
  public Latency {
    failures = Map.copyOf(failures);
  }

  /** What a probe is told to ask a tenant's workload, so many times a second. */
  public static List<String> asked(String tenant, int rate, Duration time) {
    return List.of(
        "latency",
        "-url",
        "http://demo-api.%s.svc.cluster.local/api/v1/tenant".formatted(tenant),
        "-rate",
        String.valueOf(rate),
        "-for",
        time.toSeconds() + "s");
  }

  /** As the probe prints it. */
  public static Latency read(String json) {
    if (json.isBlank()) {
      throw new IllegalStateException(
          "expected the probe's figures as JSON, found nothing: it did not end in time");
    }
    JsonPath all = JsonPath.from(json);
    return new Latency(
        all.getInt("requests"),
        all.getInt("failed"),
        all.getMap("failures"),
        all.getDouble("p50"),
        all.getDouble("p99"),
        all.getDouble("max"));
  }

  /** Several one after another or at once as one; of the times the worst. */
  static Latency all(List<Latency> several) {
    Map<String, List<Number>> failures = new TreeMap<>();
    for (Latency one : several) {
      one.failures.forEach(
          (what, when) -> failures.computeIfAbsent(what, key -> new ArrayList<>()).addAll(when));
    }
    return new Latency(
        several.stream().mapToInt(Latency::requests).sum(),
        several.stream().mapToInt(Latency::failed).sum(),
        failures,
        several.stream().mapToDouble(Latency::p50).max().orElse(0),
        several.stream().mapToDouble(Latency::p99).max().orElse(0),
        several.stream().mapToDouble(Latency::max).max().orElse(0));
  }
}
