package io.tenantproof.gates;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What all charts together make of a platform with one tenant.
 *
 * @param folder for copies of the charts
 */
record AllCharts(Path folder) {

  /** All objects; those that leave their namespace open are in that of their release. */
  List<JsonNode> objects() {
    return Stream.of(
            rendered("platform/charts/argo-cd", "argocd", UnaryOperator.identity()),
            rendered(
                "platform/charts/git-server",
                "git-server",
                command ->
                    command
                        .set("credentials.writer.password", "one")
                        .set("credentials.reader.password", "other")),
            rendered(
                "gitops/charts/observability",
                "observability",
                command -> command.set("grafana.enabled", true)),
            rendered("gitops/charts/tenant", "tenant-a", AllCharts::source),
            rendered("gitops/charts/views", "tenant-a", AllCharts::ofTheTenant),
            rendered(
                "gitops/charts/demo-api",
                "tenant-a",
                command -> ofTheTenant(command).set("image.tag", "0.1.0")))
        .flatMap(List::stream)
        .toList();
  }

  private static TemplateCommand ofTheTenant(TemplateCommand command) {
    return command.set("tenantName", "tenant-a").set("environment", "production");
  }

  private static TemplateCommand source(TemplateCommand command) {
    return ofTheTenant(command)
        .set("source.repoURL", "http://git")
        .set("source.revision", "main")
        .set("source.file", "tenant-a-values.yaml");
  }

  private List<JsonNode> rendered(
      String chart, String namespace, UnaryOperator<TemplateCommand> values) {
    Path copy = Rendered.copied(chart, folder.resolve(chart));
    try {
      // It asks a cluster whether its passwords are there already.
      Files.deleteIfExists(copy.resolve("templates/secrets.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(copy + " can't be changed", e);
    }
    String name = String.valueOf(copy.getFileName());
    TemplateCommand command = new Helm(copy).template().withName(name).withNamespace(namespace);
    List<JsonNode> objects = Rendered.by(values.apply(command)).objects();
    objects.stream()
        .map(object -> (ObjectNode) object.path("metadata"))
        .filter(metadata -> !metadata.has("namespace"))
        .forEach(metadata -> metadata.put("namespace", namespace));
    return objects;
  }
}
