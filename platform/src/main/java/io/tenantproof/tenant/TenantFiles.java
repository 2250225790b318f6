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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/**
 * The tenants' files of a GitOps tree, checked as Argo CD and the charts will check them, so that a
 * mistake is told with its line before anything is pushed.
 *
 * @param gitops the tree
 */
public record TenantFiles(Path gitops) {

  private static final String SCHEMA = "charts/demo-api/values.schema.json";

  /**
   * Reads all tenants, sorted by name.
   *
   * @throws BadTenantFile when a file is not a valid tenant's, with file, line, reason and cure of
   *     each problem
   */
  public List<Tenant> read() {
    List<String> problems = new ArrayList<>();
    List<Tenant> tenants = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Schema schema = schema();
    for (Path file : files()) {
      read(file, schema, problems)
          .ifPresent(
              tenant -> {
                if (names.add(tenant.name())) {
                  tenants.add(tenant);
                } else {
                  problems.add(
                      "%s: the tenant %s has another file; one of them must go."
                          .formatted(shown(file), tenant.name()));
                }
              });
    }
    if (problems.isEmpty() && tenants.isEmpty()) {
      problems.add(
          "%s holds no tenant; add a file NAME%s."
              .formatted(gitops.resolve("tenants"), Tenant.FILE_SUFFIX));
    }
    if (!problems.isEmpty()) {
      throw new BadTenantFile(problems);
    }
    return List.copyOf(tenants);
  }

  private List<Path> files() {
    Path folder = gitops.resolve("tenants");
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " can't be read", e);
    }
  }

  private Optional<Tenant> read(Path file, Schema schema, List<String> problems) {
    String name = file.getFileName().toString();
    if (!name.endsWith(Tenant.FILE_SUFFIX)) {
      problems.add(
          "%s: Argo CD looks for tenants in files called NAME%s; rename it, or move it elsewhere."
              .formatted(shown(file), Tenant.FILE_SUFFIX));
      return Optional.empty();
    }
    try {
      return check(file, parsed(file), schema, problems);
    } catch (JacksonException e) {
      problems.add(
          "%s: line %d: no YAML: %s"
              .formatted(shown(file), e.getLocation().getLineNr(), firstLine(e)));
      return Optional.empty();
    }
  }

  private Optional<Tenant> check(
      Path file, JsonNode content, Schema schema, List<String> problems) {
    List<Error> errors = schema.validate(content);
    errors.forEach(error -> problems.add(told(file, schema, error)));
    if (!errors.isEmpty()) {
      return Optional.empty();
    }
    JsonNode tenantName = content.get("tenantName");
    String expected = tenantName.asString() + Tenant.FILE_SUFFIX;
    if (!expected.equals(String.valueOf(file.getFileName()))) {
      problems.add(
          "%s: line %d: tenantName is \"%s\"; expected the file's own name. Rename the file to %s, or change tenantName."
              .formatted(shown(file), line(tenantName), tenantName.asString(), expected));
    }
    return Optional.of(new Tenant(tenantName.asString(), content.get("environment").asString()));
  }

  private String told(Path file, Schema schema, Error error) {
    JsonNode at = error.getInstanceNode();
    String property = error.getProperty();
    JsonNode place =
        Optional.ofNullable(property).flatMap(key -> Optional.ofNullable(at.get(key))).orElse(at);
    String message =
        switch (error.getKeyword()) {
          case "additionalProperties" ->
              "unknown key \"%s\"; known here: %s".formatted(property, known(schema, error));
          case "required" -> "the key \"%s\" is missing".formatted(property);
          case "not" -> "%s is reserved or not allowed; choose another".formatted(at);
          case "type" -> "found %s; %s".formatted(at, error.getMessage());
          case "pattern" -> "found %s; expected %s".formatted(at, described(error));
          default -> "found %s; %s".formatted(at, error.getMessage());
        };
    String path = error.getInstanceLocation().toString();
    return "%s: line %d: %s%s."
        .formatted(shown(file), line(place), path.isEmpty() ? "" : path + ": ", message);
  }

  private static String known(Schema schema, Error error) {
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

  private Schema schema() {
    Path file = gitops.resolve(SCHEMA);
    try {
      return SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_7,
              registry -> registry.nodeReader(NodeReader.builder().locationAware().build()))
          .getSchema(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }

  private static JsonNode parsed(Path file) {
    try {
      return NodeReader.builder()
          .locationAware()
          .build()
          .readTree(Files.readString(file), InputFormat.YAML);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }

  private String shown(Path file) {
    return "gitops/" + gitops.relativize(file);
  }

  private static String firstLine(JacksonException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("");
  }
}
