package io.tenantproof.specs;

import io.tenantproof.grafana.Dashboard;
import io.tenantproof.grafana.Panel;
import io.tenantproof.grafana.Query;
import io.tenantproof.grafana.Variables;
import io.tenantproof.loki.Loki;
import io.tenantproof.loki.Window;
import io.tenantproof.prometheus.Prometheus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * All queries of the dashboards, filled in for a tenant.
 *
 * @param tenant whose
 * @param all of them, with where they stand
 */
record DashboardQueries(String tenant, List<Placed> all) {

  private static final String POLICY_AGENT = "kube_network_policies_";
  private static final Duration SHOWN = Duration.ofMinutes(15);
  private static final Duration RATE = Duration.ofMinutes(2);
  private static final Duration STEP = Duration.ofSeconds(15);

  /**
   * A query and where it stands.
   *
   * @param place dashboard and panel
   * @param query without variables
   */
  record Placed(String place, Query query) {
    @Override
    public String toString() {
      return "%s: %s".formatted(place, query.expression());
    }
  }

  static DashboardQueries of(List<Dashboard> dashboards, String tenant) {
    Variables variables = new Variables(tenant, RATE, SHOWN, STEP);
    return new DashboardQueries(
        tenant,
        dashboards.stream()
            .flatMap(
                dashboard ->
                    dashboard.panels().stream()
                        .flatMap(panel -> placed(dashboard, panel, variables).stream()))
            .toList());
  }

  /**
   * Those that this cluster can answer: where another agent than the kit's enforces policies, it
   * counts nothing of what they refuse.
   */
  DashboardQueries answerable(Prometheus prometheus) {
    boolean counted =
        prometheus.targets().active().stream()
            .anyMatch(target -> target.label("job").equals("network-policies"));
    return new DashboardQueries(
        tenant,
        all.stream()
            .filter(one -> counted || !one.query().expression().contains(POLICY_AGENT))
            .toList());
  }

  /** Those that return nothing now. */
  List<Placed> withoutData(Prometheus prometheus, Loki loki) {
    return all.stream().filter(one -> !hasData(one.query(), prometheus, loki)).toList();
  }

  private boolean hasData(Query query, Prometheus prometheus, Loki loki) {
    return switch (query.source()) {
      case PROMETHEUS ->
          // Where series tell tenants apart, one of them is this tenant's.
          prometheus.query(query.expression()).stream()
              .map(sample -> sample.label("tenant"))
              .anyMatch(label -> label.isEmpty() || label.equals(tenant));
      case LOKI -> loki.results(query.expression(), Window.since(Instant.now().minus(SHOWN))) > 0;
    };
  }

  private static List<Placed> placed(Dashboard dashboard, Panel panel, Variables variables) {
    return panel.queries().stream()
        .map(query -> new Placed(dashboard.uid() + "/" + panel.title(), query.with(variables)))
        .toList();
  }
}
