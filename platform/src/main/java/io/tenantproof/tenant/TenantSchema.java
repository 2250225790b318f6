package io.tenantproof.tenant;

import io.tenantproof.yaml.YamlSchema;
import io.tenantproof.yaml.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
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
    List<String> problems = new ArrayList<>();
    Optional<TenantSchema> schema =
        YamlText.read(file, "gitops/" + SCHEMA, problems)
            .flatMap(text -> YamlSchema.of("gitops/" + SCHEMA, text, problems))
            .map(TenantSchema::new);
    return schema.orElseThrow(() -> new BadTenantFile(problems));
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
        .flatMap(content -> tenant(shown, fileName, content, problems));
  }

  // A schema of one's own need not ask for what the kit needs.
  private static Optional<Tenant> tenant(
      String shown, String fileName, JsonNode content, List<String> problems) {
    for (String key : List.of("tenantName", "environment")) {
      if (!content.path(key).isString()) {
        problems.add("%s: line 1: the key \"%s\" is missing, or no text.".formatted(shown, key));
        return Optional.empty();
      }
    }
    JsonNode tenantName = content.path("tenantName");
    String expected = tenantName.asString() + Tenant.FILE_SUFFIX;
    if (!expected.equals(fileName)) {
      problems.add(
          "%s: line %d: tenantName is \"%s\"; expected the file's own name. Rename the file to %s, or change tenantName."
              .formatted(shown, YamlSchema.line(tenantName), tenantName.asString(), expected));
    }
    return Optional.of(new Tenant(tenantName.asString(), content.path("environment").asString()));
  }
}
