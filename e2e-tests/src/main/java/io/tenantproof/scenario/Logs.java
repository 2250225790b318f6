package io.tenantproof.scenario;

import io.tenantproof.loki.Direction;
import io.tenantproof.loki.LogLine;
import io.tenantproof.loki.Window;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What Loki has of the tenants since an instant.
 *
 * @param observability the stack
 * @param since older lines are another test's
 * @param journal keeps what is waited for
 */
public record Logs(Observability observability, Instant since, Journal journal) {

  /** Waits until an org has a line that a query finds, and returns the first one. */
  public LogLine arrives(String org, String query, Duration within) {
    journal.waits(
        Await.atMost(within),
        new Expectation(
            "the query %s finds a line as org %s".formatted(query, org),
            () -> observability.loki(org).found(query, since).look().get()));
    return observability
        .loki(org)
        .lines(query, Window.since(since), 1, Direction.FORWARD)
        .getFirst();
  }

  /** Whether an org has no line that a query finds. */
  public boolean nothing(String org, String query) {
    return observability
        .loki(org)
        .lines(query, Window.since(since), 1, Direction.FORWARD)
        .isEmpty();
  }

  /** All lines that a query finds, oldest first. */
  public List<LogLine> all(String org, String query) {
    return observability.loki(org).all(query, Window.since(since));
  }
}
