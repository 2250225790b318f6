package io.tenantproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tenantproof.isolation.Expected;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Observation;
import io.tenantproof.isolation.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProofJsonTest {

  private static final Path SCHEMA = Path.of("../docs/proof.schema.json");

  private static List<Error> errors(String json) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA));
    return schema.validate(json, InputFormat.JSON);
  }

  private static JsonNode read(String json) {
    return JsonMapper.builder().build().readTree(json);
  }

  @Test
  void isAsItsSchemaSays() throws IOException {
    assertThat(errors(ProofJson.of(Proofs.ofAllVerdicts()))).isEmpty();
    assertThat(errors(ProofJson.of(Proofs.proof(List.of())))).isEmpty();
    assertThat(errors(ProofJson.of(Proofs.ofNoEnforcement()))).isEmpty();
  }

  @Test
  void whatExplainsManyFindingsIsThereWhereSomethingDoes() {
    JsonNode json = read(ProofJson.of(Proofs.ofNoEnforcement()));

    assertThat(json.path("cause").asString()).contains("enforces no NetworkPolicy");
    assertThat(json.path("good").asBoolean(true)).isFalse();
    assertThat(ProofJson.read(json)).isEqualTo(Proofs.ofNoEnforcement());
    assertThat(read(ProofJson.of(Proofs.ofAllVerdicts())).has("cause")).isFalse();
  }

  @Test
  void theSchemaRefusesWhatItDoesNotKnow() throws IOException {
    String json = ProofJson.of(Proofs.ofAllVerdicts());

    assertThat(errors(json.replace("\"BREACHED\",", "\"BROKEN\","))).isNotEmpty();
    assertThat(errors(json.replace("\"target\"", "\"aim\""))).isNotEmpty();
    assertThat(errors(json.replace("\"format\" : 1", "\"format\" : 2"))).isNotEmpty();
  }

  @Test
  void theSchemaKnowsEveryWordOfTheModel() throws IOException {
    JsonNode known = read(Files.readString(SCHEMA)).path("$defs");

    assertThat(words(known.at("/vector/properties/family"))).isEqualTo(names(Family.values()));
    assertThat(words(known.at("/finding/properties/verdict"))).isEqualTo(names(Verdict.values()));
    assertThat(words(known.at("/finding/properties/expected"))).isEqualTo(names(Expected.values()));
    assertThat(words(known.at("/observation/properties/state")))
        .isEqualTo(names(Observation.State.values()));
  }

  private static List<String> words(JsonNode property) {
    return property.path("enum").valueStream().map(JsonNode::asString).toList();
  }

  private static List<String> names(Enum<?>... values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  @Test
  void holdsAllThatWasFound() {
    JsonNode proof = read(ProofJson.of(Proofs.ofAllVerdicts()));
    JsonNode breach =
        proof
            .path("findings")
            .valueStream()
            .filter(one -> one.path("verdict").asString().equals("BREACHED"))
            .findFirst()
            .orElseThrow();

    assertThat(proof.path("good").asBoolean()).isFalse();
    assertThat(proof.path("begin").asString()).isEqualTo("2026-11-24T18:29:01Z");
    assertThat(proof.path("tookMs").asInt()).isEqualTo(12_345);
    assertThat(proof.at("/counts/UNPROVEN").asInt()).isEqualTo(2);
    assertThat(proof.path("vectors")).hasSize(5);
    assertThat(proof.path("findings")).hasSize(9);
    assertThat(breach.path("vector").asString()).isEqualTo("network.pod.tcp");
    assertThat(breach.at("/observation/seen").asString()).isEqualTo(Proofs.HOSTILE);
    assertThat(breach.at("/control/state").asString()).isEqualTo("ALLOWED");
  }

  @Test
  void passesThroughAnyConsole() {
    String json =
        ProofJson.of(
            Proofs.proof(
                List.of(Proofs.open(Proofs.DNS, "a", "b", "c", Observation.allowed("ä…\u2028")))));

    assertThat(json).isASCII();
    assertThat(read(json).at("/findings/0/observation/seen").asString()).isEqualTo("ä…\u2028");
  }

  @Test
  void aFindingWithoutAControlHasNoSuchField() {
    JsonNode findings = read(ProofJson.of(Proofs.ofAllVerdicts())).path("findings");

    assertThat(findings.valueStream().filter(one -> !one.has("control")))
        .extracting(one -> one.path("vector").asString())
        .containsExactly("network.dns", "network.dns", "dns.known-name");
  }
}
