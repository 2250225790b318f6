package io.tenantproof.grafana;

/**
 * A query of a panel.
 *
 * @param source who answers it
 * @param expression PromQL or LogQL, with variables or without
 */
public record Query(DataSource source, String expression) {

  /** The same query as Grafana would send it. */
  public Query with(Variables variables) {
    return new Query(source, variables.in(expression));
  }
}
