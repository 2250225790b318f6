package io.tenantproof.grafana;

import java.util.List;

/**
 * A dashboard that passed the checks.
 *
 * @param uid its stable name in Grafana, also the name of its file
 * @param title what people read
 * @param panels all panels, those of collapsed rows too
 */
public record Dashboard(String uid, String title, List<Panel> panels) {

  /** Keeps its own copy of the panels. */
  public Dashboard {
    panels = List.copyOf(panels);
  }

  /** The queries of all panels. */
  public List<Query> queries() {
    return panels.stream().flatMap(panel -> panel.queries().stream()).toList();
  }
}
