package io.tenantproof.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Where tenants have backends of their own, nobody on the way of one tenant reaches another's. */
class BackendsPoliciesRenderTest {

  private static final String NAMESPACE = "kubernetes.io/metadata.name";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void copy() {
    BackendsChart.copyTo(folder);
  }

  @Test
  void aTenantsBackendsAreReadByItsOwnViewsAlone() {
    Rendered chart = new BackendsChart(folder).perTenant();

    for (String name : List.of("tenant-a-prometheus", "tenant-a-loki")) {
      assertThat(namespaces(chart, name, "ingress", "from")).as(name).containsOnly("tenant-a");
    }
    assertThat(namespaces(chart, "prometheus", "ingress", "from")).isEmpty();
    assertThat(namespaces(chart, "loki", "ingress", "from")).isEmpty();
  }

  @Test
  void aTenantsPrometheusReachesNoOtherTenant() {
    Rendered chart = new BackendsChart(folder).perTenant();

    assertThat(namespaces(chart, "tenant-a-prometheus", "egress", "to"))
        .containsExactlyInAnyOrder("kube-system", "tenant-a");
    assertThat(namespaces(chart, "tenant-a-log-agent", "egress", "to"))
        .containsExactly("kube-system");
    assertThat(policy(chart, "tenant-a-loki").path("egress")).isEmpty();
    assertThat(policy(chart, "prometheus").path("egress").toString())
        .contains("[\"argocd\",\"observability\"]")
        .doesNotContain("\"namespaceSelector\":{}");
  }

  @Test
  void thePlatformsPolicyOfPrometheusIsForThePlatformsAlone() {
    Rendered chart = new BackendsChart(folder).perTenant();

    // The operator gives the pods of each Prometheus this name.
    Map<String, String> ofATenant =
        Map.of(
            "app.kubernetes.io/name", "prometheus",
            "prometheus", "tenant-a",
            "app.kubernetes.io/component", "prometheus",
            "tenantproof.io/backend", "tenant-a");
    assertThat(
            chart.of("NetworkPolicy").stream()
                .filter(policy -> selects(policy.path("spec").path("podSelector"), ofATenant))
                .map(Rendered::name))
        .containsExactlyInAnyOrder("default-deny", "tenant-a-prometheus");
    // Of the others only the platform's Prometheus lets it in.
    assertThat(
            chart.of("NetworkPolicy").stream()
                .filter(policy -> letsIn(policy, ofATenant))
                .map(Rendered::name))
        .containsExactly("prometheus");
  }

  @Test
  void eachPolicyAndServiceOfATenantFindsItsPods() {
    Rendered chart = new BackendsChart(folder).perTenant();

    for (String component : List.of("loki", "log-agent")) {
      String name = "tenant-a-" + component;
      String kind = component.equals("loki") ? "StatefulSet" : "DaemonSet";
      JsonNode labels =
          chart.one(kind, name).path("spec").path("template").path("metadata").path("labels");
      assertThat(policy(chart, name).path("podSelector").path("matchLabels").properties())
          .isNotEmpty()
          .isSubsetOf(labels.properties());
    }
    Set<Map.Entry<String, JsonNode>> prometheus =
        chart
            .one("Prometheus", "tenant-a")
            .path("spec")
            .path("podMetadata")
            .path("labels")
            .properties();
    assertThat(
            policy(chart, "tenant-a-prometheus")
                .path("podSelector")
                .path("matchLabels")
                .properties())
        .isNotEmpty()
        .isSubsetOf(prometheus);
    assertThat(
            chart.one("Service", "tenant-a-prometheus").path("spec").path("selector").properties())
        .isNotEmpty()
        .isSubsetOf(prometheus);
  }

  private static JsonNode policy(Rendered chart, String name) {
    return chart.one("NetworkPolicy", name).path("spec");
  }

  private static List<String> namespaces(
      Rendered chart, String policy, String direction, String peers) {
    return peers(policy(chart, policy), direction, peers)
        .filter(peer -> peer.has("namespaceSelector"))
        .map(peer -> Yaml.text(peer.path("namespaceSelector").path("matchLabels"), NAMESPACE))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static Stream<JsonNode> peers(JsonNode spec, String direction, String peers) {
    return spec.path(direction).values().stream()
        .flatMap(rule -> rule.path(peers).values().stream());
  }

  private static boolean letsIn(JsonNode policy, Map<String, String> pod) {
    return peers(policy.path("spec"), "ingress", "from")
        .filter(peer -> !peer.has("namespaceSelector"))
        .anyMatch(peer -> selects(peer.path("podSelector"), pod));
  }

  private static boolean selects(JsonNode selector, Map<String, String> pod) {
    boolean labels =
        selector.path("matchLabels").properties().stream()
            .allMatch(one -> one.getValue().asString().equals(pod.get(one.getKey())));
    boolean expressions =
        selector.path("matchExpressions").values().stream()
            .allMatch(one -> pod.containsKey(Yaml.text(one, "key")));
    return labels && expressions;
  }
}
