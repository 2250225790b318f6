package io.tenantproof.tenant;

import io.tenantproof.yaml.YamlSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a tenant's file may say: the schema of the chart that Argo CD renders from it.
 *
 * @param schema of the chart
 */
record TenantSchema(YamlSchema schema) {

  private static final String SCHEMA = "charts/demo-api/values.schema.json";

  /** The one of a GitOps tree. */
  static TenantSchema of(Path gitops) {
    Path file = gitops.resolve(SCHEMA);
    try {
      return new TenantSchema(YamlSchema.of(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }

  /**
   * The tenant of a file's text; empty where it is none.
   *
   * @param shown how the file is called in messages
   * @param fileName of the file
   * @param problems gets each with its line and cure
   */
  Optional<Tenant> check(String shown, String fileName, String text, List<String> problems) {
    return schema
        .check(shown, text, problems)
        .map(content -> tenant(shown, fileName, content, problems));
  }

  private static Tenant tenant(
      String shown, String fileName, JsonNode content, List<String> problems) {
    JsonNode tenantName = content.get("tenantName");
    String expected = tenantName.asString() + Tenant.FILE_SUFFIX;
    if (!expected.equals(fileName)) {
      problems.add(
          "%s: line %d: tenantName is \"%s\"; expected the file's own name. Rename the file to %s, or change tenantName."
              .formatted(shown, YamlSchema.line(tenantName), tenantName.asString(), expected));
    }
    return new Tenant(tenantName.asString(), content.get("environment").asString());
  }
}
