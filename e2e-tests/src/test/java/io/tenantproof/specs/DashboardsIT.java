package io.tenantproof.specs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tenantproof.grafana.Dashboard;
import io.tenantproof.junit.OnPlatform;
import io.tenantproof.scenario.GrafanaServer;
import io.tenantproof.scenario.Observability;
import io.tenantproof.scenario.Scenario;
import io.tenantproof.wait.Expectation;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claim: every query of every dashboard has an answer, for each tenant. */
@OnPlatform
class DashboardsIT {

  private static final String NO_GRAFANA =
      "SKIPPED: Grafana is an official image only, which can't be had here";

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"tenant-a", "tenant-b"})
  void everyQueryReturnsData(String tenant, Scenario scenario) {
    scenario.isSettled();
    Observability stack = scenario.observability();
    DashboardQueries every = DashboardQueries.of(scenario.dashboards(), tenant);
    DashboardQueries queries = every.answerable(stack.prometheus());
    scenario.measured(
        "SKIPPED: queries about a policy agent that is not the kit's",
        every.all().size() - queries.all().size());

    scenario.becomes(
        Expectation.none(
            "queries without data",
            () -> {
              isInUse(scenario, tenant);
              return queries.withoutData(stack.prometheus(), stack.loki(tenant));
            }));
    scenario.measured("queries of dashboards that return data for " + tenant, queries.all().size());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"tenant-a", "tenant-b"})
  void everyQueryReturnsDataThroughGrafana(String tenant, Scenario scenario) {
    assumeTrue(scenario.observability().grafana().isPresent(), NO_GRAFANA);
    scenario.isSettled();
    DashboardQueries queries =
        DashboardQueries.of(scenario.dashboards(), tenant)
            .answerable(scenario.observability().prometheus());

    scenario.becomes(
        Expectation.none(
            "queries without data",
            () -> {
              isInUse(scenario, tenant);
              GrafanaServer grafana = scenario.observability().grafana().orElseThrow();
              return queries.withoutData(grafana.prometheus(), grafana.loki(tenant));
            }));
  }

  @Test
  void grafanaHasLoadedEachDashboard(Scenario scenario) {
    Optional<GrafanaServer> grafana = scenario.observability().grafana();
    assumeTrue(grafana.isPresent(), NO_GRAFANA);

    for (Dashboard dashboard : scenario.dashboards()) {
      assertThat(grafana.orElseThrow().titleOf(dashboard.uid())).isEqualTo(dashboard.title());
    }
  }

  // Rates need requests, a served path and another one.
  private static void isInUse(Scenario scenario, String tenant) {
    scenario.tenant(tenant).request("/api/v1/tenant");
    scenario.tenant(tenant).request("/not-served");
  }
}
