package io.tenantproof.yaml;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.NodeReader;
import com.networknt.schema.utils.JsonNodes;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** What a YAML file may say. */
public final class YamlSchema {

  private static final int LONGEST_SHOWN = 200;

  private final Schema schema;

  private YamlSchema(Schema schema) {
    this.schema = schema;
  }

  /** The one of a JSON schema's text. */
  public static YamlSchema of(String json) {
    return new YamlSchema(
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7,
                registry -> registry.nodeReader(NodeReader.builder().locationAware().build()))
            .getSchema(json));
  }

  /**
   * The one of a text that somebody else wrote; empty where it is none.
   *
   * @param shown how the file is called in messages
   * @param problems gets the reason
   */
  public static Optional<YamlSchema> of(String shown, String text, List<String> problems) {
    Optional<String> bad = YamlText.problem(shown, text);
    if (bad.isPresent()) {
      problems.add(bad.get());
      return Optional.empty();
    }
    try {
      YamlSchema schema = of(text);
      // What is wrong inside is found when it is used for the first time.
      schema.schema.initializeValidators();
      return Optional.of(schema);
    } catch (RuntimeException | StackOverflowError e) {
      problems.add("%s: no JSON schema that can be used: %s.".formatted(shown, reason(e)));
      return Optional.empty();
    }
  }

  /**
   * The content of a file's text; empty where it is not as it must be.
   *
   * @param shown how the file is called in messages
   * @param problems gets each with its line and cure
   */
  public Optional<JsonNode> check(String shown, String text, List<String> problems) {
    Optional<String> bad = YamlText.problem(shown, text);
    if (bad.isPresent()) {
      problems.add(bad.get());
      return Optional.empty();
    }
    try {
      JsonNode content =
          NodeReader.builder().locationAware().build().readTree(text, InputFormat.YAML);
      List<Error> errors = schema.validate(content);
      errors.forEach(error -> problems.add(told(shown, error)));
      return errors.isEmpty() ? Optional.of(content) : Optional.empty();
    } catch (JacksonException e) {
      problems.add(
          "%s: line %d: no YAML: %s".formatted(shown, e.getLocation().getLineNr(), firstLine(e)));
      return Optional.empty();
    } catch (SchemaException | StackOverflowError e) {
      problems.add("%s: its schema can't be used: %s.".formatted(shown, reason(e)));
      return Optional.empty();
    }
  }

  /** The line of a part of a checked file. */
  public static int line(JsonNode node) {
    try {
      TokenStreamLocation location = JsonNodes.tokenStreamLocationOf(node);
      return location == null ? 1 : Math.max(1, location.getLineNr());
    } catch (IllegalArgumentException nothingWasRead) {
      return 1;
    }
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
          case "not" -> "%s is reserved or not allowed; choose another".formatted(shown(at));
          case "pattern" -> "found %s; expected %s".formatted(shown(at), described(error));
          default -> "found %s; %s".formatted(shown(at), error.getMessage());
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

  private static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
  }

  private static String described(Error error) {
    return "text that matches " + error.getArguments()[0];
  }

  private static String reason(Throwable e) {
    return e instanceof StackOverflowError
        ? "it refers to itself"
        : String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static String firstLine(JacksonException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("");
  }
}
