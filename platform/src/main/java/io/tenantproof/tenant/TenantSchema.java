package io.tenantproof.tenant;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.NodeReader;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** What a tenant's file may say: the schema of the chart that Argo CD renders from it. */
final class TenantSchema {

  private static final String SCHEMA = "charts/demo-api/values.schema.json";

  private final Schema schema;

  private TenantSchema(Schema schema) {
    this.schema = schema;
  }

  /** The one of a GitOps tree. */
  static TenantSchema of(Path gitops) {
    Path file = gitops.resolve(SCHEMA);
    try {
      return new TenantSchema(
          SchemaRegistry.withDefaultDialect(
                  SpecificationVersion.DRAFT_7,
                  registry -> registry.nodeReader(NodeReader.builder().locationAware().build()))
              .getSchema(Files.readString(file)));
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
    try {
      JsonNode content =
          NodeReader.builder().locationAware().build().readTree(text, InputFormat.YAML);
      return check(shown, fileName, content, problems);
    } catch (JacksonException e) {
      problems.add(
          "%s: line %d: no YAML: %s".formatted(shown, e.getLocation().getLineNr(), firstLine(e)));
      return Optional.empty();
    }
  }

  private Optional<Tenant> check(
      String shown, String fileName, JsonNode content, List<String> problems) {
    List<Error> errors = schema.validate(content);
    errors.forEach(error -> problems.add(told(shown, error)));
    if (!errors.isEmpty()) {
      return Optional.empty();
    }
    JsonNode tenantName = content.get("tenantName");
    String expected = tenantName.asString() + Tenant.FILE_SUFFIX;
    if (!expected.equals(fileName)) {
      problems.add(
          "%s: line %d: tenantName is \"%s\"; expected the file's own name. Rename the file to %s, or change tenantName."
              .formatted(shown, line(tenantName), tenantName.asString(), expected));
    }
    return Optional.of(new Tenant(tenantName.asString(), content.get("environment").asString()));
  }

  private String told(String shown, Error error) {
    JsonNode at = error.getInstanceNode();
    String property = error.getProperty();
    JsonNode place =
        Optional.ofNullable(property).flatMap(key -> Optional.ofNullable(at.get(key))).orElse(at);
    String message =
        switch (error.getKeyword()) {
          case "additionalProperties" ->
              "unknown key \"%s\"; known here: %s".formatted(property, known(error));
          case "required" -> "the key \"%s\" is missing".formatted(property);
          case "not" -> "%s is reserved or not allowed; choose another".formatted(at);
          case "type" -> "found %s; %s".formatted(at, error.getMessage());
          case "pattern" -> "found %s; expected %s".formatted(at, described(error));
          default -> "found %s; %s".formatted(at, error.getMessage());
        };
    String path = error.getInstanceLocation().toString();
    return "%s: line %d: %s%s."
        .formatted(shown, line(place), path.isEmpty() ? "" : path + ": ", message);
  }

  private String known(Error error) {
    // The error is at ".../additionalProperties"; the known keys stand beside that.
    String at = error.getSchemaLocation().getFragment().toString();
    String parent = at.substring(0, Math.max(0, at.lastIndexOf('/')));
    return String.join(", ", schema.getSchemaNode().at(parent).path("properties").propertyNames());
  }

  private static String described(Error error) {
    return "text that matches " + error.getArguments()[0];
  }

  private static int line(JsonNode node) {
    TokenStreamLocation location = JsonNodes.tokenStreamLocationOf(node);
    return location == null ? 1 : Math.max(1, location.getLineNr());
  }

  private static String firstLine(JacksonException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("");
  }
}
