package io.tenantproof.specs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.junit.OnPlatform;
import io.tenantproof.junit.Quick;
import io.tenantproof.prometheus.Rule;
import io.tenantproof.scenario.Metrics;
import io.tenantproof.scenario.Scenario;
import io.tenantproof.scenario.TenancySwitch;
import io.tenantproof.scenario.TenantView;
import io.tenantproof.scenario.TightPrometheus;
import io.tenantproof.wait.Expectation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Claim: each tenant is scraped, and the tenant of a series is the namespace it comes from,
 * whatever the pod or its ServiceMonitor says.
 */
@OnPlatform
class MetricsIT {

  private static final String HOSTILE = "hostile-monitors";
  private static final String NOSY = "nosy-monitors";
  private static final String NO_POLICY = "no-monitor-policy";

  // Longer than a scrape of any target of the tenants.
  private static final Duration SOME_SCRAPES = Duration.ofSeconds(20);

  // Longer than the alert takes to be told of.
  private static final Duration FULL = Duration.ofSeconds(60);

  @Quick
  @Test
  void eachPodOfATenantsWorkloadIsATargetThatIsUp(Scenario scenario) {
    scenario.isSettled();

    scenario.tenants().forEach(scenario.metrics()::cover);
  }

  @Quick
  @Test
  void everySeriesOfATenantsNamespaceCarriesTheTenant(Scenario scenario) {
    Metrics metrics = scenario.metrics();
    for (TenantView tenant : scenario.tenants()) {
      String ofIt = "namespace=\"%1$s\", tenant=\"%1$s\"".formatted(tenant.name());
      String ofNobody = "namespace=\"%1$s\", tenant!=\"%1$s\"".formatted(tenant.name());

      metrics.arrive("{job=\"demo-api\", %s}".formatted(ofIt));
      metrics.arrive("{job=\"cadvisor\", %s}".formatted(ofIt));

      assertThat(
              metrics.query(
                  "count by (job) ({job=~\"demo-api|cadvisor|kube-state-metrics\", %s})"
                      .formatted(ofNobody)))
          .isEmpty();
    }
  }

  @Test
  void aRequestIsCountedOnceAndForItsTenantAlone(Scenario scenario) {
    scenario.isSettled();
    Metrics metrics = scenario.metrics();
    metrics.catchUp(scenario.tenants());
    double a = metrics.requests("tenant-a");
    double b = metrics.requests("tenant-b");

    scenario.tenant("tenant-a").request("/counted");

    scenario.becomes("one request more of tenant-a", () -> metrics.requests("tenant-a") == a + 1);
    scenario.staysFor(
        SOME_SCRAPES,
        Expectation.that(
            "one request more of tenant-a and none of tenant-b",
            () -> metrics.requests("tenant-a") == a + 1 && metrics.requests("tenant-b") == b));
  }

  @Test
  void aTenantsMonitorsReachNothingButTheTenant(Scenario scenario) {
    Metrics metrics = scenario.metrics();
    // With the policy the nosy ones would not get as far as Prometheus.
    scenario.isSettledAt(scenario.commitCase(HOSTILE, NOSY, NO_POLICY));

    for (String way : List.of("sample", "honor_labels", "relabeling", "metric_relabeling")) {
      metrics.arrive("spoof_by_%s{tenant=\"tenant-a\"}".formatted(way));
    }
    metrics.arrive("spoof_by_label_map{tenant=\"tenant-a\"}");
    scenario.becomes(
        Expectation.none("each nosy monitor has targets in tenant-a", () -> idle(metrics)));
    scenario.becomes("the bomb is told its limit", () -> isToldItsLimit(metrics));

    scenario.staysFor(
        SOME_SCRAPES, Expectation.none("breaches by tenant-a", () -> Breach.seen(metrics)));
    metrics.cover(scenario.tenant("tenant-b"));
  }

  @Test
  void withoutEnforcementTheSameMonitorsReachTenantB(Scenario scenario) {
    scenario.commitCaseWithout(TenancySwitch.METRICS, HOSTILE, NOSY, NO_POLICY);

    scenario.becomes(
        Expectation.none(
            "breaches that can't be seen though nothing stops them",
            () -> Breach.open(scenario.metrics())));
  }

  @Test
  void aMonitorThatAsksForPrometheusOwnTokenIsRefused(Scenario scenario) {
    scenario.commitCase("scrape-class");

    scenario.isRefused("tenant-a-demo-api", "spec.scrapeClass belongs to the platform");
  }

  @Quick
  @Test
  void aMonitorOfAnotherNamespaceIsRefused(Scenario scenario) {
    scenario.commitCase(NOSY);

    scenario.isRefused("tenant-a-demo-api", "spec.namespaceSelector names other namespaces");
  }

  @Test
  void withoutThePolicyTheSameMonitorIsTaken(Scenario scenario) {
    scenario.isSettledAt(scenario.commitCase(NO_POLICY, "scrape-class"));

    scenario.becomes(
        "the monitor has targets",
        () -> !scenario.metrics().targets().ofMonitor("tenant-a", "greedy").isEmpty());
  }

  @Test
  void aNewTenantIsScrapedSoonAfterItsFileIsCommitted(Scenario scenario) {
    Instant begin = Instant.now();
    scenario.commitCase("third-tenant");

    // Scraped since: what Prometheus still has of an earlier tenant of this name does not count.
    String up = "up{job=\"demo-api\", tenant=\"tenant-c\"}";
    scenario
        .metrics()
        .arrive("%s == 1 and timestamp(%s) > %d".formatted(up, up, begin.getEpochSecond()));

    Duration took = Duration.between(begin, Instant.now());
    scenario.measured("a new tenant's target is scraped after its file is committed", took);
  }

  @Test
  void aFullVolumeIsToldAndWhatWasThereBeforeOutlivesIt(Scenario scenario) {
    try (TightPrometheus tight =
        TightPrometheus.start(
            scenario, scenario.kitFile("gitops/charts/observability/rules/prometheus.yaml"))) {
      scenario.becomes("it writes", () -> has(tight, "count_over_time(up[1m]) > 10"));
      assertThat(silence(tight)).isEqualTo("inactive");
      String before = "count_over_time(up[1m] @ %d) > 5".formatted(Instant.now().getEpochSecond());

      tight.fill(FULL);

      scenario.becomes("it says that it writes nothing", () -> !silence(tight).equals("inactive"));
      assertThat(tight.log()).contains("no space left on device");
      assertThat(has(tight, before)).as("what was there is read").isTrue();

      scenario.becomes(
          "it writes again once there is room",
          () -> has(tight, "time() - max(timestamp(up)) < 3") && silence(tight).equals("inactive"));
      assertThat(tight.restarts()).as("restarts that this took").isZero();

      tight.quit();

      scenario.becomes("it has repaired its log", () -> tight.log().contains("repaired WAL"));
      scenario.becomes(
          "it writes and has what was there before",
          () -> has(tight, "time() - max(timestamp(up)) < 3") && has(tight, before));
    }
  }

  private static boolean has(TightPrometheus prometheus, String query) {
    return !prometheus.asked().query(query).isEmpty();
  }

  private static String silence(TightPrometheus prometheus) {
    return prometheus.asked().rules().stream()
        .filter(rule -> rule.name().equals("PrometheusWritesNothing"))
        .map(Rule::state)
        .findFirst()
        .orElse("not evaluated");
  }

  private static List<String> idle(Metrics metrics) {
    return List.of("nosy-anywhere", "nosy-by-name").stream()
        .filter(monitor -> metrics.targets().ofMonitor("tenant-a", monitor).isEmpty())
        .toList();
  }

  private static boolean isToldItsLimit(Metrics metrics) {
    return metrics.targets().ofMonitor("tenant-a", "series-bomb").stream()
        .anyMatch(target -> !target.up() && target.lastError().contains("sample limit exceeded"));
  }
}
