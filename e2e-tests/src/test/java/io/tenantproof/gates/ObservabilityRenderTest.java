package io.tenantproof.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.tenantproof.file.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The chart observability renders for each generation of Loki and of the log agent, and so do the
 * configurations inside of it. Loki 2 also reads its own in the specs; no program reads that of
 * Loki 3 where its image can't be had.
 */
class ObservabilityRenderTest {

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void copy() throws IOException {
    Path gitops = SourceTree.find().root().resolve("gitops");
    new FileTree(gitops.resolve("charts/observability")).copyTo(folder);
    // Of the link Helm would only tell, at each look.
    Files.deleteIfExists(folder.resolve("tenants"));
  }

  @Test
  void lokiTwoHasTheSchemaThatItKnows() {
    Map<?, ?> loki = configuration(rendered(2, false), "loki", "loki.yaml");

    assertThat(loki.get("auth_enabled")).isEqualTo(true);
    assertThat(loki.toString()).contains("boltdb-shipper", "v11").doesNotContain("tsdb");
  }

  @Test
  void lokiThreeHasTheSchemaThatItWants() {
    Map<?, ?> loki = configuration(rendered(3, true), "loki", "loki.yaml");

    assertThat(loki.get("auth_enabled")).isEqualTo(true);
    assertThat(loki.toString()).contains("tsdb", "v13").doesNotContain("boltdb");
  }

  @Test
  void theLogAgentTakesTheTenantFromTheNamespaceLast() {
    Map<?, ?> agent = configuration(rendered(2, false), "log-agent", "log-agent.yaml");

    assertThat(agent.toString()).doesNotContain("pod_label_tenantproof_io_tenant");
  }

  @Test
  void grafanaIsThereWhereItIsWanted() {
    assertThat(rendered(3, true)).containsKey("Deployment grafana");
    assertThat(rendered(2, false)).doesNotContainKey("Deployment grafana");
  }

  @Test
  void theApiServersOfOtherNodesAreLetInToTheTwoStoresAlone() throws IOException {
    assertThat(rendered(2, false).values()).noneMatch(one -> one.toString().contains("ipBlock"));

    Files.writeString(
        folder.resolve("values.yaml"),
        Files.readString(folder.resolve("values.yaml"))
            .replace("\napiServers: []\n", "\napiServers: [172.18.0.2/32]\n"));

    assertThat(
            rendered(2, false).entrySet().stream()
                .filter(one -> one.getValue().toString().contains("172.18.0.2/32"))
                .map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("NetworkPolicy prometheus", "NetworkPolicy loki");
  }

  @Test
  void anUnknownGenerationIsRefused() {
    assertThatThrownBy(() -> rendered(4, false)).hasMessageContaining("generation");
  }

  private Map<String, Map<?, ?>> rendered(int generation, boolean grafana) {
    TemplateCommand command =
        new Helm(folder)
            .template()
            .withName("observability")
            .withNamespace("observability")
            .set("loki.generation", generation)
            .set("logs.generation", generation)
            .set("grafana.enabled", grafana);
    Map<String, Map<?, ?>> objects = new HashMap<>();
    for (Object document : load().loadAllFromString(command.call())) {
      if (document instanceof Map<?, ?> object) {
        objects.put(
            "%s %s".formatted(object.get("kind"), inside(object, "metadata").get("name")), object);
      }
    }
    return objects;
  }

  private static Map<?, ?> configuration(
      Map<String, Map<?, ?>> objects, String configMap, String key) {
    Map<?, ?> found = Objects.requireNonNull(objects.get("ConfigMap " + configMap));
    return (Map<?, ?>)
        Objects.requireNonNull(
            load().loadFromString(String.valueOf(inside(found, "data").get(key))));
  }

  private static Map<?, ?> inside(Map<?, ?> object, String key) {
    return (Map<?, ?>) Objects.requireNonNull(object.get(key));
  }

  private static Load load() {
    return new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build());
  }
}
