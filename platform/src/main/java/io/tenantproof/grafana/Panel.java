package io.tenantproof.grafana;

import java.util.List;

/**
 * One panel of a dashboard.
 *
 * @param title what people read
 * @param type Grafana's name of the kind, as in "timeseries"
 * @param queries none where the panel only shows text
 */
public record Panel(String title, String type, List<Query> queries) {

  /** Keeps its own copy of the queries. */
  public Panel {
    queries = List.copyOf(queries);
  }
}
