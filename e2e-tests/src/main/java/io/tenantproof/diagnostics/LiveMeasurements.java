package io.tenantproof.diagnostics;

import io.tenantproof.loki.Loki;
import io.tenantproof.loki.Window;
import io.tenantproof.prometheus.Prometheus;
import io.tenantproof.prometheus.TimeSeries;
import io.tenantproof.run.Measurements;
import io.tenantproof.run.Series;
import io.tenantproof.run.Series.Measure;
import io.tenantproof.run.Series.Point;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What Prometheus and Loki have of the tenants' workloads since an instant. What can't be had is
 * said, and fails nothing.
 *
 * @param prometheus that has all tenants' series
 * @param loki asked as one of its orgs
 * @param tenants whose lines are counted
 * @param since when it began
 */
public record LiveMeasurements(
    Supplier<Prometheus> prometheus,
    Function<String, Loki> loki,
    List<String> tenants,
    Instant since) {

  private static final String REQUESTS =
      "sum by (tenant) (rate(http_server_requests_total{job=\"demo-api\"}[2m]))";
  private static final String LATENCY =
      "histogram_quantile(0.99, sum by (tenant, le)"
          + " (rate(http_server_request_duration_seconds_bucket{job=\"demo-api\"}[2m])))";
  private static final String LINES = "sum(rate({app=\"demo-api\"}[1m]))";

  private static final Duration SHORTEST_STEP = Duration.ofSeconds(15);
  private static final int POINTS = 240;

  /** Gathers all of it. */
  public Measurements gather() {
    Instant now = Clock.systemUTC().instant();
    Duration step = Duration.between(since, now).dividedBy(POINTS);
    Duration pause = step.compareTo(SHORTEST_STEP) < 0 ? SHORTEST_STEP : step;
    List<String> missing = new ArrayList<>();
    List<Series> series = new ArrayList<>();
    series.addAll(
        had(missing, "requests", () -> ofPrometheus(Measure.REQUESTS, REQUESTS, now, pause)));
    series.addAll(
        had(missing, "latency", () -> ofPrometheus(Measure.LATENCY, LATENCY, now, pause)));
    for (String tenant : tenants) {
      series.addAll(had(missing, "log lines of " + tenant, () -> lines(tenant, now, pause)));
    }
    return new Measurements(series, missing);
  }

  private static List<Series> had(
      List<String> missing, String what, Supplier<List<Series>> asking) {
    try {
      List<Series> found = asking.get();
      if (found.isEmpty()) {
        missing.add(what + ": there is no value of the time of this run");
      }
      return found;
    } catch (RuntimeException e) {
      missing.add("%s: %s".formatted(what, e.getMessage()));
      return List.of();
    }
  }

  private List<Series> ofPrometheus(Measure measure, String query, Instant now, Duration pause) {
    return prometheus.get().range(query, since, now, pause).stream()
        .filter(found -> found.labels().containsKey("tenant"))
        .map(
            found ->
                new Series(
                    measure,
                    found.labels().getOrDefault("tenant", ""),
                    points(found.points().stream())))
        .filter(found -> !found.points().isEmpty())
        .sorted(Comparator.comparing(Series::tenant))
        .toList();
  }

  private List<Series> lines(String tenant, Instant now, Duration pause) {
    List<Point> points =
        loki.apply(tenant).rates(LINES, new Window(since, now), pause).stream()
            .filter(rate -> Double.isFinite(rate.value()))
            .map(rate -> new Point(rate.time(), rate.value()))
            .toList();
    return points.isEmpty()
        ? List.of()
        : List.of(new Series(Measure.LINES, tenant, withZeros(points, now, pause)));
  }

  // Loki has no value where there was no line: there were none a second.
  private List<Point> withZeros(List<Point> points, Instant now, Duration pause) {
    List<Point> all = new ArrayList<>();
    Instant next = since;
    for (Point point : points) {
      zeros(all, next, point.time().minus(pause.dividedBy(2)), pause);
      all.add(point);
      next = point.time().plus(pause);
    }
    zeros(all, next, now, pause);
    return all;
  }

  private static void zeros(List<Point> all, Instant from, Instant to, Duration pause) {
    for (Instant time = from; time.isBefore(to); time = time.plus(pause)) {
      all.add(new Point(time, 0));
    }
  }

  // A workload that served nothing has no percentile: it is no number.
  private static List<Point> points(Stream<TimeSeries.Point> found) {
    return found
        .filter(point -> Double.isFinite(point.value()))
        .map(point -> new Point(point.time(), point.value()))
        .toList();
  }
}
