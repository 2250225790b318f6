package io.tenantproof.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a tenant's own backends ask for is what the document says. */
class BackendsCostTest {

  private static final Map<String, Integer> RELOADER_REQUESTS = Map.of("cpu", 10, "memory", 16);
  private static final Map<String, Integer> RELOADER_LIMITS = Map.of("cpu", 100, "memory", 64);

  @TempDir private Path folder = Path.of("");

  @Test
  void theDocumentHasTheFigures() {
    BackendsChart.copyTo(folder);
    BackendsChart chart = new BackendsChart(folder);
    List<JsonNode> own = BackendsChart.of(chart.perTenant(), "tenant-a");
    List<JsonNode> central =
        chart.asItIs().objects().stream()
            .filter(
                one ->
                    List.of("Prometheus platform", "StatefulSet loki", "DaemonSet log-agent")
                        .contains(Yaml.text(one, "kind") + " " + Rendered.name(one)))
            .toList();

    assertThat(SourceTree.text(SourceTree.find().root().resolve("docs/observability.md")))
        .hasValueSatisfying(
            document ->
                assertThat(document)
                    .contains(
                        "| objects in `observability` | %d | %d |"
                            .formatted(own.size(), chart.asItIs().objects().size()),
                        row("requests", "requests", RELOADER_REQUESTS, own, central),
                        row("limits", "limits", RELOADER_LIMITS, own, central),
                        "| volumes | 2, %dGi | 2, %dGi |"
                            .formatted(storage(own), storage(central))));
  }

  private static String row(
      String title,
      String kind,
      Map<String, Integer> reloader,
      List<JsonNode> own,
      List<JsonNode> central) {
    return "| %s | %s | %s |"
        .formatted(title, sum(own, kind, reloader), sum(central, kind, reloader));
  }

  // With the container that the operator adds to Prometheus.
  private static String sum(List<JsonNode> objects, String kind, Map<String, Integer> reloader) {
    return "%dm CPU, %dMi"
        .formatted(
            amounts(objects, kind, "cpu").sum() + reloader.getOrDefault("cpu", 0),
            amounts(objects, kind, "memory").sum() + reloader.getOrDefault("memory", 0));
  }

  private static IntStream amounts(List<JsonNode> objects, String kind, String resource) {
    return objects.stream()
        .flatMap(BackendsCostTest::resources)
        .mapToInt(one -> amount(Yaml.text(one.path(kind), resource)));
  }

  private static Stream<JsonNode> resources(JsonNode object) {
    return object.findValues("resources").stream().filter(one -> one.path("requests").has("cpu"));
  }

  private static int storage(List<JsonNode> objects) {
    return objects.stream()
        .flatMap(object -> object.findValues("requests").stream())
        .map(requests -> Yaml.text(requests, "storage"))
        .filter(size -> size.endsWith("Gi"))
        .mapToInt(size -> Integer.parseInt(size.replace("Gi", "")))
        .sum();
  }

  // Millicores, or mebibytes.
  private static int amount(String quantity) {
    int number = Integer.parseInt(quantity.replaceAll("\\D", ""));
    return quantity.endsWith("m") || quantity.endsWith("Mi") ? number : number * scale(quantity);
  }

  private static int scale(String quantity) {
    return quantity.endsWith("Gi") ? 1024 : 1000;
  }
}
