package io.tenantproof.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tenantproof.run.Run;
import io.tenantproof.run.Series;
import io.tenantproof.run.TestRun;
import io.tenantproof.run.TestStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunJsonTest {

  private static final Path SCHEMA = Path.of("../docs/run.schema.json");
  private static final Path PROOF_SCHEMA = Path.of("../docs/proof.schema.json");

  // One names the other by its place beside it.
  private static final String AT = "https://schemas.test/";

  private static List<Error> errors(String json) {
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry ->
                registry.schemas(
                    Map.of(
                        AT + SCHEMA.getFileName(), text(SCHEMA),
                        AT + PROOF_SCHEMA.getFileName(), text(PROOF_SCHEMA))))
        .getSchema(SchemaLocation.of(AT + SCHEMA.getFileName()))
        .validate(json, InputFormat.JSON);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static JsonNode read(String json) {
    return JsonMapper.builder().build().readTree(json);
  }

  @Test
  void isAsItsSchemaSays() {
    assertThat(errors(RunJson.of(Runs.ofAllOutcomes()))).isEmpty();
    assertThat(errors(RunJson.of(Runs.withoutPlatform()))).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatItDoesNotKnow() {
    String json = RunJson.of(Runs.ofAllOutcomes());

    assertThat(errors(json.replace("\"FAILED\"", "\"BROKEN\""))).isNotEmpty();
    assertThat(errors(json.replace("\"said\"", "\"told\""))).isNotEmpty();
    assertThat(errors(json.replace("\"BREACHED\",", "\"BROKEN\","))).isNotEmpty();
    assertThat(errors(json.replace("\"format\" : 1", "\"format\" : 2"))).isNotEmpty();
  }

  @Test
  void theSchemaKnowsEveryWordOfTheModel() {
    JsonNode known = read(text(SCHEMA)).path("$defs");

    assertThat(words(known.at("/test/properties/outcome")))
        .isEqualTo(names(TestRun.Outcome.values()));
    assertThat(words(known.at("/step/properties/kind"))).isEqualTo(names(TestStep.Kind.values()));
    assertThat(words(known.at("/series/properties/measure")))
        .isEqualTo(names(Series.Measure.values()));
  }

  private static List<String> words(JsonNode property) {
    return property.path("enum").valueStream().map(JsonNode::asString).toList();
  }

  private static List<String> names(Enum<?>... values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  @Test
  void whatWasWrittenIsRead() {
    for (Run run : List.of(Runs.ofAllOutcomes(), Runs.good(), Runs.withoutPlatform())) {
      assertThat(RunJson.read(RunJson.of(run))).isEqualTo(run);
    }
  }

  @Test
  void saysWhatCameOfIt() {
    JsonNode run = read(RunJson.of(Runs.ofAllOutcomes()));

    assertThat(run.path("good").asBoolean()).isFalse();
    assertThat(run.path("summary").asString()).startsWith("Failed: 5 tests: 1 failed");
    assertThat(run.at("/counts/SKIPPED").asInt()).isEqualTo(1);
    assertThat(run.path("begin").asString()).isEqualTo("2026-11-24T18:00:00Z");
    assertThat(run.path("tookMs").asInt()).isEqualTo(1_274_000);
    assertThat(run.at("/tests/1/dump").asString())
        .isEqualTo("../dumps/GitOpsIT/driftMadeByHandIsHealed");
    assertThat(run.at("/proof/format").asInt()).isEqualTo(1);
  }

  @Test
  void whatIsNoRunIsRefusedWithTheReason() {
    assertThatThrownBy(() -> RunJson.read("{\"format\": 2}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a run of format 1, found format 2");
    assertThatThrownBy(() -> RunJson.read("{"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected a run as docs/run.schema.json says: ");
    assertThatThrownBy(() -> RunJson.read(RunJson.of(Runs.good()).replace("PASSED", "OTHER")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("OTHER");
  }
}
