package io.tenantproof.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One value gives each tenant a Prometheus, a Loki and log agents that know nobody else. */
class BackendsRenderTest {

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void copy() {
    BackendsChart.copyTo(folder);
  }

  @Test
  void asItIsAllTenantsHaveOneOfEach() {
    Rendered chart = chart().asItIs();

    assertThat(chart.of("Prometheus")).extracting(Rendered::name).containsExactly("platform");
    assertThat(chart.of("StatefulSet")).extracting(Rendered::name).containsExactly("loki");
    assertThat(chart.objects()).extracting(BackendsChart::tenantOf).containsOnly("");
    assertThat(chart).isEqualTo(chart().with("central"));
  }

  @Test
  void anythingElseIsRefused() {
    assertThatThrownBy(() -> chart().with("each"))
        .hasMessageContainingAll("/backends", "'central'", "'perTenant'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tenant-a", "tenant-b"})
  void aTenantsPrometheusLooksIntoItsNamespaceAlone(String tenant) {
    JsonNode prometheus = chart().perTenant().one("Prometheus", tenant).path("spec");

    assertThat(prometheus.path("serviceMonitorNamespaceSelector"))
        .isEqualTo(
            json("{\"matchLabels\": {\"kubernetes.io/metadata.name\": \"%s\"}}".formatted(tenant)));
    assertThat(prometheus.path("scrapeConfigSelector"))
        .isEqualTo(
            json("{\"matchLabels\": {\"tenantproof.io/backend\": \"%s\"}}".formatted(tenant)));
    assertThat(Yaml.text(prometheus, "serviceAccountName")).isEqualTo(tenant + "-prometheus");
    assertThat(Yaml.text(prometheus, "enforcedNamespaceLabel")).isEqualTo("tenant");
    assertThat(prometheus.path("ignoreNamespaceSelectors").asBoolean(false)).isTrue();
    assertThat(prometheus.path("persistentVolumeClaimRetentionPolicy").path("whenDeleted"))
        .hasToString("\"Delete\"");
  }

  @Test
  void thePlatformsPrometheusSelectsNothingOfATenant() {
    Rendered chart = chart().perTenant();
    JsonNode prometheus = chart.one("Prometheus", "platform").path("spec");

    assertThat(prometheus.has("serviceMonitorSelector")).isFalse();
    assertThat(prometheus.has("serviceMonitorNamespaceSelector")).isFalse();
    assertThat(prometheus.path("scrapeConfigSelector").path("matchExpressions"))
        .isEqualTo(
            json(
                "[{\"key\": \"%s\", \"operator\": \"DoesNotExist\"}]"
                    .formatted(BackendsChart.TENANT)));
  }

  @Test
  void aTenantsPrometheusAsksThePlatformsForItselfAlone() {
    JsonNode federation = chart().perTenant().one("ScrapeConfig", "tenant-a").path("spec");

    assertThat(federation.path("params"))
        .isEqualTo(json("{\"match[]\": [\"{tenant=\\\"tenant-a\\\"}\"]}"));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void aTenantsLinesGoToItsLokiAlone(int generation) {
    Rendered chart = chart().perTenant(generation);

    for (String tenant : List.of("tenant-a", "tenant-b")) {
      JsonNode agent = agent(chart, tenant + "-log-agent");
      assertThat(agent.path("clients").findValuesAsString("url"))
          .containsExactly(
              "http://%s-loki.observability.svc:3100/loki/api/v1/push".formatted(tenant));
      assertThat(agent.findPath("kubernetes_sd_configs").path(0).path("namespaces"))
          .isEqualTo(json("{\"names\": [\"%s\"]}".formatted(tenant)));
      JsonNode loki = chart.one("StatefulSet", tenant + "-loki").path("spec");
      assertThat(loki.path("volumeClaimTemplates")).hasSize(1);
      assertThat(loki.path("persistentVolumeClaimRetentionPolicy").path("whenDeleted"))
          .hasToString("\"Delete\"");
    }
    JsonNode platform = agent(chart, "log-agent");
    assertThat(platform.path("clients").findValuesAsString("url"))
        .containsExactly("http://loki.observability.svc:3100/loki/api/v1/push");
    assertThat(platform.findPath("relabel_configs").path(0))
        .isEqualTo(
            json(
                """
                {"source_labels": ["__meta_kubernetes_namespace"], "regex": "tenant-a|tenant-b",
                 "action": "drop"}
                """));
  }

  @Test
  void whatATenantHasIsCalledAfterItsFileAndNotAfterWhatIsInIt() {
    chart().addTenantFile("tenant-c-values.yaml", "tenantName: tenant-a\n");

    Rendered chart = chart().perTenant();

    assertThat(chart.of("Prometheus"))
        .extracting(Rendered::name)
        .containsExactlyInAnyOrder("platform", "tenant-a", "tenant-b", "tenant-c");
    assertThat(chart.objects().stream().map(one -> Yaml.text(one, "kind") + Rendered.name(one)))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"platform", "observability", "kube-a", "Tenant"})
  void aFileThatCanBeNoTenantsIsRefused(String name) {
    chart().addTenantFile(name + "-values.yaml", "tenantName: " + name + "\n");

    assertThatThrownBy(() -> chart().perTenant())
        .hasMessageContainingAll(
            "gitops/tenants/%s-values.yaml".formatted(name), "rename the file");
    assertThat(chart().asItIs().of("Prometheus")).hasSize(1);
  }

  private BackendsChart chart() {
    return new BackendsChart(folder);
  }

  private static JsonNode agent(Rendered chart, String name) {
    return Yaml.read(
        Yaml.text(chart.one("ConfigMap", name).path("data"), "log-agent.yaml"),
        problem -> {
          throw new AssertionError(problem);
        });
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
