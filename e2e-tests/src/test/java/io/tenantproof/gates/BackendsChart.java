package io.tenantproof.gates;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The chart observability, with its two answers to who has a Prometheus and a Loki.
 *
 * @param folder a copy of it, with the files of tenant-a and tenant-b
 */
record BackendsChart(Path folder) {

  static final String TENANT = "tenantproof.io/backend";

  private static final String NAMESPACE = "observability";

  static void copyTo(Path folder) {
    Rendered.copied("gitops/charts/observability", folder);
  }

  /** As it is. */
  Rendered asItIs() {
    return Rendered.by(command());
  }

  /** With a value of {@code backends}. */
  Rendered with(String backends) {
    return Rendered.by(command().set("backends", backends));
  }

  /** One of each for each tenant. */
  Rendered perTenant() {
    return with("perTenant");
  }

  /** The same, by a generation of Loki and of the log agent. */
  Rendered perTenant(int generation) {
    return Rendered.by(
        command()
            .set("backends", "perTenant")
            .set("loki.generation", generation)
            .set("logs.generation", generation));
  }

  /** Adds a file to the tenants'. */
  void addTenantFile(String name, String content) {
    try {
      Files.writeString(folder.resolve("tenants").resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " can't be written to " + folder, e);
    }
  }

  /** The objects that are one tenant's. */
  static List<JsonNode> of(Rendered chart, String tenant) {
    return chart.objects().stream().filter(one -> tenantOf(one).equals(tenant)).toList();
  }

  /** The tenant that an object belongs to; empty where it is the platform's. */
  static String tenantOf(JsonNode object) {
    return Yaml.text(object.path("metadata").path("labels"), TENANT);
  }

  private TemplateCommand command() {
    return new Helm(folder).template().withName(NAMESPACE).withNamespace(NAMESPACE);
  }
}
