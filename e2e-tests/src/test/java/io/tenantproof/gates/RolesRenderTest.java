package io.tenantproof.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the roles of the chart argo-cd allow is exactly what is written down here. */
class RolesRenderTest {

  private static final String LOOK = "get,list,watch";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void copy() throws IOException {
    Rendered.copied("platform/charts/argo-cd", folder);
    // They look at what the cluster has.
    Files.delete(folder.resolve("templates/secrets.yaml"));
  }

  @Test
  void aViewerLooksAndTouchesNothing() {
    assertThat(rules("tenant-viewer"))
        .containsExactlyInAnyOrder(
            "configmaps: " + LOOK,
            "events: " + LOOK,
            "limitranges: " + LOOK,
            "pods: " + LOOK,
            "pods/log: get",
            "resourcequotas: " + LOOK,
            "serviceaccounts: " + LOOK,
            "services: " + LOOK,
            "services/proxy [logs-view,metrics-view]: get",
            "deployments.apps: " + LOOK,
            "replicasets.apps: " + LOOK,
            "events.events.k8s.io: " + LOOK,
            "servicemonitors.monitoring.coreos.com: " + LOOK,
            "networkpolicies.networking.k8s.io: " + LOOK,
            "poddisruptionbudgets.policy: " + LOOK);
  }

  @Test
  void thePlatformsSyncsWriteWorkloadsByARoleOfTheTenantsNamespaceAlone() {
    assertThat(rules("platform-deployer"))
        .noneMatch(rule -> rule.contains("apps") || rule.contains("pods"))
        .anyMatch(
            rule ->
                rule.startsWith("clusterroles.rbac.authorization.k8s.io [")
                    && rule.contains("tenant-platform")
                    && rule.contains("tenant-viewer")
                    && rule.endsWith(": bind"));
    assertThat(rules("tenant-platform"))
        .anyMatch(rule -> rule.startsWith("deployments.apps: ") && rule.contains("create"));
  }

  private List<String> rules(String role) {
    Rendered chart =
        Rendered.by(new Helm(folder).template().withName("argocd").withNamespace("argocd"));
    return chart.one("ClusterRole", role).path("rules").values().stream()
        .flatMap(
            rule ->
                rule.path("apiGroups").values().stream()
                    .flatMap(
                        group ->
                            rule.path("resources").values().stream()
                                .map(resource -> said(rule, group, resource))))
        .toList();
  }

  private static String said(JsonNode rule, JsonNode group, JsonNode resource) {
    String names = joined(rule.path("resourceNames"));
    return "%s%s%s: %s"
        .formatted(
            resource.asString(),
            group.asString().isEmpty() ? "" : "." + group.asString(),
            names.isEmpty() ? "" : " [%s]".formatted(names),
            joined(rule.path("verbs")));
  }

  private static String joined(JsonNode list) {
    return list.values().stream().map(JsonNode::asString).collect(Collectors.joining(","));
  }
}
