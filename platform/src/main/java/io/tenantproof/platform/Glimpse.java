package io.tenantproof.platform;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.http.RequestFailed;
import io.tenantproof.loki.Direction;
import io.tenantproof.loki.LogLine;
import io.tenantproof.loki.Loki;
import io.tenantproof.loki.Window;
import io.tenantproof.prometheus.Prometheus;
import io.tenantproof.tenant.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a tenant's metrics and logs say at the moment, for people: looked at once, whatever is there
 * by then.
 *
 * @param tenant its name
 * @param requestsPerSecond over the last minutes; empty while Prometheus has no two samples
 * @param lines the last ones, oldest first
 */
public record Glimpse(String tenant, Optional<Double> requestsPerSecond, List<String> lines) {

  private static final Duration RECENT = Duration.ofHours(1);
  private static final int LINES = 3;

  /** Copies what it is given. */
  public Glimpse {
    lines = List.copyOf(lines);
  }

  /** Looks at a tenant; a backend that does not answer has nothing to say. */
  static Glimpse of(Tenant tenant, Cluster cluster) {
    return new Glimpse(
        tenant.name(),
        new PrometheusDoor(cluster).ask(tenant.namespace(), one -> rate(tenant, one)),
        new LokiDoor(cluster).ask(tenant.namespace(), Glimpse::lines));
  }

  /** Whether both have something to say. */
  boolean isComplete() {
    return requestsPerSecond.isPresent() && !lines.isEmpty();
  }

  private static Optional<Double> rate(Tenant tenant, Prometheus prometheus) {
    try {
      return prometheus
          .query(
              "sum(rate(http_server_requests_total{tenant=\"%s\"}[5m]))".formatted(tenant.name()))
          .stream()
          .findFirst()
          .map(sample -> sample.value());
    } catch (RequestFailed notYet) {
      return Optional.empty();
    }
  }

  private static List<String> lines(Loki loki) {
    try {
      return loki
          .lines(
              "{app=\"demo-api\"}",
              Window.since(Clock.systemUTC().instant().minus(RECENT)),
              LINES,
              Direction.BACKWARD)
          .reversed()
          .stream()
          .map(LogLine::line)
          .toList();
    } catch (RequestFailed notYet) {
      return List.of();
    }
  }
}
