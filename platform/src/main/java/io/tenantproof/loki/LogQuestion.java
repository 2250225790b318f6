package io.tenantproof.loki;

import io.tenantproof.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to see of a tenant's log.
 *
 * @param tenant whose, which is its org id in Loki too
 * @param window in which
 * @param limit how many lines at most, the last ones
 * @param contains text that is in each of them
 */
public record LogQuestion(String tenant, Window window, int limit, Optional<String> contains) {

  /** A question about the time until now. */
  public static LogQuestion of(
      String tenant, Duration since, Instant now, int limit, Optional<String> contains) {
    return new LogQuestion(tenant, Window.since(now.minus(since)), limit, contains);
  }

  /** The question in Loki's own language. */
  public String query() {
    // A text in JSON is a text in LogQL.
    return "{tenant=%s}%s"
        .formatted(Json.write(tenant), contains.map(text -> " |= " + Json.write(text)).orElse(""));
  }

  /** Asks, and gives the lines oldest first. */
  public List<LogLine> ask(Loki loki) {
    return loki.lines(query(), window, limit, Direction.BACKWARD).reversed();
  }

  /** The question in one sentence, for somebody who has no answer. */
  public String told() {
    return "%s as org %s, from %s to %s"
        .formatted(
            query(),
            tenant,
            window.from().truncatedTo(ChronoUnit.SECONDS),
            window.to().truncatedTo(ChronoUnit.SECONDS));
  }
}
