package io.tenantproof.demo;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts and times the requests of the API.
 *
 * <p>A caller can't make it grow: routes are templates, methods the standard ones, and everything
 * else falls under one name.
 */
final class HttpMetrics {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT");

  /** Bounds of the histogram: the usual ones of Prometheus clients. */
  private static final List<Duration> BUCKETS =
      Stream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
          .map(Duration::ofMillis)
          .toList();

  private final MeterRegistry registry;
  private final Map<Series, Meters> series = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> inFlight;

  private record Series(String route, String method, int status) {}

  private record Meters(Counter requests, Timer duration) {}

  HttpMetrics(MeterRegistry registry, Collection<String> templates) {
    this.registry = registry;
    this.inFlight =
        Stream.concat(templates.stream(), Stream.of(RouteTable.UNMATCHED))
            .collect(Collectors.toUnmodifiableMap(Function.identity(), this::inFlightGauge));
  }

  /** A request of this route was received. */
  void began(String route) {
    inFlightOf(route).incrementAndGet();
  }

  /** The request was answered. */
  void ended(String route, String method, int status, Duration duration) {
    inFlightOf(route).decrementAndGet();
    Meters meters = metersOf(route, method, status);
    meters.requests().increment();
    meters.duration().record(duration);
  }

  /** A request was refused before it came to a route: nobody knows how long that took. */
  void refused(String method, int status) {
    metersOf(RouteTable.UNMATCHED, method, status).requests().increment();
  }

  /** The method's own name when it is a standard one. */
  static String methodLabel(String method) {
    return METHODS.contains(method) ? method : "other";
  }

  private AtomicInteger inFlightOf(String route) {
    return Objects.requireNonNull(inFlight.get(route), route);
  }

  private Meters metersOf(String route, String method, int status) {
    return series.computeIfAbsent(
        new Series(route, methodLabel(method), status), this::createMeters);
  }

  private Meters createMeters(Series key) {
    Tags tags =
        Tags.of(
            "route", key.route(), "method", key.method(), "status", String.valueOf(key.status()));
    return new Meters(
        Counter.builder("http.server.requests")
            .description("Requests answered by the API")
            .tags(tags)
            .register(registry),
        Timer.builder("http.server.request.duration")
            .description("Time to answer a request of the API")
            .tags(tags)
            .serviceLevelObjectives(BUCKETS.toArray(Duration[]::new))
            .register(registry));
  }

  private AtomicInteger inFlightGauge(String route) {
    AtomicInteger count = new AtomicInteger();
    Gauge.builder("http.server.requests.in.flight", count, AtomicInteger::get)
        .description("Requests the API is answering now")
        .tag("route", route)
        .register(registry);
    return count;
  }
}
