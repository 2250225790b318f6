package io.tenantproof.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.yaml.YamlSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/bring-your-own.md shows what is there. */
class BringYourOwnDocTest {

  private static final String DOCUMENT = "docs/bring-your-own.md";
  private static final String EXAMPLE =
      "e2e-tests/src/test/java/io/tenantproof/specs/PlatformTestIT.java";

  @Test
  void theExampleIsTheBeginningOfTheTestThatRuns() {
    String test = text(EXAMPLE);

    assertThat(block("example", "java"))
        .isEqualTo(
            test.substring(
                test.indexOf("@PlatformTest\n"),
                test.indexOf("\n\n  @Test", test.indexOf("  @Test\n") + 1) + 1));
  }

  @Test
  void theFileIsWhatTheSchemaAllowsWithEachKey() throws IOException {
    String schema = schema();
    List<String> problems = new ArrayList<>();

    JsonNode file =
        YamlSchema.of(schema)
            .check(DOCUMENT, block("tenantproof.yaml", "yaml"), problems)
            .orElseThrow(() -> new AssertionError(problems));

    assertThat(file.propertyNames())
        .containsExactlyElementsOf(
            JsonMapper.shared().readTree(schema).path("properties").propertyNames());
  }

  private static String block(String name, String language) {
    String mark = "<!-- %s -->\n```%s\n".formatted(name, language);
    String document = text(DOCUMENT);
    assertThat(document).contains(mark);
    String rest = document.substring(document.indexOf(mark) + mark.length());
    return rest.substring(0, rest.indexOf("```\n<!-- /%s -->".formatted(name)));
  }

  private static String schema() throws IOException {
    try (InputStream in =
        BringYourOwnDocTest.class.getResourceAsStream("/tenantproof.schema.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String text(String file) {
    return SourceTree.text(SourceTree.find().root().resolve(file)).orElseThrow();
  }
}
