package io.tenantproof.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Where tenants have backends of their own, pages and rules ask the one that has the answer. */
class BackendsPagesRenderTest {

  private static final String RULES = "tenantproof.io/rules";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void copy() {
    BackendsChart.copyTo(folder);
  }

  @Test
  void grafanaAsksEachTenantsOwn() {
    JsonNode sources = yaml(rendered(), "grafana", "datasources.yaml").path("datasources");

    assertThat(sources.values().stream().map(one -> Yaml.text(one, "uid") + " " + url(one)))
        .containsExactly(
            "prometheus http://prometheus",
            "prometheus-tenant-a http://tenant-a-prometheus",
            "prometheus-tenant-b http://tenant-b-prometheus",
            "loki-platform http://loki",
            "loki-tenant-a http://tenant-a-loki",
            "loki-tenant-b http://tenant-b-loki");
  }

  @Test
  void theDashboardOfATenantAsksTheTenants() {
    JsonNode dashboard = dashboard("tenant.json");

    assertThat(sources(dashboard.path("panels"))).containsExactly("${logs}", "${metrics}");
    JsonNode variables = dashboard.path("templating").path("list");
    assertThat(variables.findValuesAsString("name")).containsExactly("tenant", "metrics", "logs");
    assertThat(Yaml.text(variables.path(0).path("datasource"), "uid")).isEqualTo("prometheus");
    assertThat(Yaml.text(variables.path(1), "regex")).isEqualTo("/^prometheus-$tenant$/");
  }

  @Test
  void theDashboardOfAllTenantsAsksEachOfThem() {
    JsonNode panels = dashboard("tenants.json").path("panels");

    assertThat(sources(panels))
        .containsExactly("-- Mixed --", "prometheus-tenant-a", "prometheus-tenant-b");
    List<JsonNode> queries =
        panels.values().stream()
            .map(panel -> panel.path("targets"))
            .filter(one -> !one.isEmpty())
            .toList();
    assertThat(queries)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            targets -> assertThat(targets.findValuesAsString("refId")).doesNotHaveDuplicates());
  }

  @Test
  void thePlatformsDashboardStays() {
    assertThat(sources(dashboard("platform.json").path("panels"))).containsExactly("prometheus");
  }

  @Test
  void eachRuleIsEvaluatedWhereItsSeriesAre() {
    Rendered chart = rendered();

    assertThat(rules(chart, false))
        .isNotEmpty()
        .noneMatch(rule -> expression(rule).contains("http_server_"))
        .noneMatch(rule -> expression(rule).contains("up{tenant!=\"\"}"));
    assertThat(names(rules(chart, true)))
        .contains(
            "PlatformTargetDown",
            "PrometheusWritesNothing",
            "TenantErrorBudgetBurns",
            "TenantErrorBudgetBurnsFast",
            "TenantErrorBudgetBurnsSlowly",
            "TenantTargetDown",
            "TenantWithoutTarget")
        .allMatch(
            name ->
                name.matches(
                    "Tenant.*|tenant:http_server_.*|PlatformTargetDown|PrometheusWritesNothing"));
    assertThat(chart.one("Prometheus", "tenant-a").path("spec").path("ruleSelector").toString())
        .isEqualTo("{\"matchLabels\":{\"%s\":\"tenants\"}}".formatted(RULES));
    assertThat(chart.one("Prometheus", "platform").path("spec").path("ruleSelector").toString())
        .contains(RULES, "DoesNotExist");
  }

  @Test
  void noRuleIsLost() {
    Rendered chart = rendered();

    Set<String> both = new TreeSet<>(names(rules(chart, false)));
    both.addAll(names(rules(chart, true)));
    assertThat(both).isEqualTo(names(rules(new BackendsChart(folder).asItIs(), false)));
  }

  @Test
  void whatIsMeasuredOfATenantsBackendsHasTheJobOfThePlatforms() {
    JsonNode relabelings =
        rendered().one("ScrapeConfig", "platform").path("spec").path("relabelings");

    assertThat(relabelings.toString())
        .contains(
            "pod_label_tenantproof_io_backend",
            "pod_label_app_kubernetes_io_component",
            "\"replacement\":\"$2\"");
  }

  private Rendered rendered() {
    return new BackendsChart(folder).perTenant();
  }

  private JsonNode dashboard(String file) {
    return yaml(rendered(), "grafana-dashboards", file);
  }

  private static JsonNode yaml(Rendered chart, String configMap, String key) {
    return Yaml.read(
        Yaml.text(chart.one("ConfigMap", configMap).path("data"), key),
        problem -> {
          throw new AssertionError(problem);
        });
  }

  private static String url(JsonNode source) {
    return Yaml.text(source, "url").replaceFirst("\\.observability\\.svc:\\d+$", "");
  }

  private static Set<String> sources(JsonNode panels) {
    return panels.findValues("datasource").stream()
        .map(source -> Yaml.text(source, "uid"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<JsonNode> rules(Rendered chart, boolean ofTenants) {
    return chart.of("PrometheusRule").stream()
        .filter(one -> one.path("metadata").path("labels").has(RULES) == ofTenants)
        .flatMap(one -> one.path("spec").path("groups").values().stream())
        .flatMap(group -> group.path("rules").values().stream())
        .toList();
  }

  private static Set<String> names(List<JsonNode> rules) {
    return rules.stream()
        .flatMap(rule -> Stream.of(Yaml.text(rule, "alert"), Yaml.text(rule, "record")))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String expression(JsonNode rule) {
    return Yaml.text(rule, "expr");
  }
}
