package io.tenantproof.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The chart tenant makes the guardrails, and nothing that a tenant writes takes one away. */
class TenantRenderTest {

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void copy() {
    TenantChart.copyTo(folder);
  }

  @Test
  void allTrafficIsDeniedBothWaysAndOpenedByPurpose() {
    Rendered tenant = rendered(TenantChart.OWN_FILE);

    assertThat(tenant.of("NetworkPolicy"))
        .extracting(Rendered::name)
        .containsExactlyInAnyOrder("default-deny", "in-namespace", "metrics", "dns", "views");
    assertThat(tenant.one("NetworkPolicy", "default-deny").path("spec"))
        .isEqualTo(json("{\"podSelector\": {}, \"policyTypes\": [\"Ingress\", \"Egress\"]}"));
  }

  @Test
  void noPeerIsWiderThanNamedPodsOfANamedNamespace() {
    List<JsonNode> peers = peers(rendered(TenantChart.OWN_FILE));

    assertThat(peers).hasSizeGreaterThan(4);
    assertThat(peers).allMatch(TenantRenderTest::isNarrow);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{\"namespaceSelector\": {\"matchLabels\": {\"a\": \"b\"}}}",
        "{\"namespaceSelector\": {}, \"podSelector\": {\"matchLabels\": {\"a\": \"b\"}}}",
        "{\"namespaceSelector\": {\"matchLabels\": {\"a\": \"b\"}}, \"podSelector\": {}}",
        "{\"podSelector\": {}}",
        "{\"ipBlock\": {\"cidr\": \"0.0.0.0/0\"}}",
        "{}"
      })
  void aWiderPeerWouldBeSeen(String peer) {
    assertThat(isNarrow(json(peer))).isFalse();
  }

  @Test
  void aTenantsFileChangesNoGuardrail() {
    Rendered before = rendered(TenantChart.OWN_FILE);

    Rendered after =
        rendered(
            TenantChart.OWN_FILE
                + """
                quota: {pods: "1000"}
                containerDefaults: {}
                network: {dns: {port: 1}}
                metrics: {port: 1}
                views: {images: {proxy: {repository: evil}}}
                images: {proxy: {repository: evil}}
                guardrails: {allowedRepositories: [evil/]}
                apiServers: [0.0.0.0/0]
                """);

    assertThat(after).isEqualTo(before);
    assertThat(rendered(TenantChart.OWN_FILE.replace("production", "staging")))
        .isNotEqualTo(before);
  }

  @Test
  void theApiServersAddressIsLetInToTheViewsAndNothingElse() {
    Rendered tenant =
        new TenantChart(folder)
            .rendered(TenantChart.OWN_FILE, "apiServers: [172.18.0.2/32, 10.42.0.0/32]\n");

    assertThat(
            tenant.of("NetworkPolicy").stream()
                .filter(policy -> policy.toString().contains("ipBlock"))
                .map(Rendered::name))
        .containsExactly("views");
    assertThat(
            tenant.one("NetworkPolicy", "views").path("spec").path("ingress").path(0).path("from"))
        .isEqualTo(
            json(
                "[{\"ipBlock\": {\"cidr\": \"172.18.0.2/32\"}}, {\"ipBlock\": {\"cidr\":"
                    + " \"10.42.0.0/32\"}}]"));
  }

  @Test
  void aFileOfAnotherNameIsRefused() {
    assertThatThrownBy(() -> rendered(TenantChart.OWN_FILE.replace("tenant-a", "tenant-b")))
        .hasMessageContaining("rename the file to tenant-b-values.yaml");
  }

  @Test
  void theNamespaceIsTheTenantsAndTakesRestrictedPodsOnly() {
    JsonNode labels =
        rendered(TenantChart.OWN_FILE).one("Namespace", "tenant-a").path("metadata").path("labels");

    assertThat(Yaml.text(labels, "tenantproof.io/tenant")).isEqualTo("tenant-a");
    assertThat(Yaml.text(labels, "tenantproof.io/environment")).isEqualTo("production");
    for (String mode : List.of("enforce", "warn", "audit")) {
      assertThat(Yaml.text(labels, "pod-security.kubernetes.io/" + mode)).isEqualTo("restricted");
    }
  }

  @Test
  void allThatThePlatformMakesSaysSo() {
    assertThat(rendered(TenantChart.OWN_FILE).objects())
        .allMatch(
            object ->
                Yaml.text(object.path("metadata").path("labels"), "tenantproof.io/owner")
                    .equals("platform"));
  }

  private Rendered rendered(String tenantFile) {
    return new TenantChart(folder).rendered(tenantFile);
  }

  private static List<JsonNode> peers(Rendered tenant) {
    return tenant.of("NetworkPolicy").stream()
        .flatMap(
            policy ->
                Stream.concat(
                    policy.path("spec").path("ingress").values().stream()
                        .flatMap(rule -> rule.path("from").values().stream()),
                    policy.path("spec").path("egress").values().stream()
                        .flatMap(rule -> rule.path("to").values().stream())))
        .toList();
  }

  // Of the own namespace, or of another one by both selectors at once.
  private static boolean isNarrow(JsonNode peer) {
    return !peer.has("ipBlock")
        && !peer.path("podSelector").isEmpty()
        && (!peer.has("namespaceSelector") || !peer.path("namespaceSelector").isEmpty());
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
