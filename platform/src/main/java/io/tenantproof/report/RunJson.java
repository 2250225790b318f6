package io.tenantproof.report;

import io.tenantproof.console.Facts;
import io.tenantproof.isolation.Proof;
import io.tenantproof.run.Run;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** A run for programs, as {@code docs/run.schema.json} says. */
public final class RunJson {

  // Raised when a field goes or changes its meaning; a new field changes nothing for who reads.
  private static final int FORMAT = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .addModule(
              new SimpleModule()
                  .addSerializer(Duration.class, new Milliseconds())
                  .addDeserializer(Duration.class, new OfMilliseconds())
                  .addSerializer(Proof.class, new AsItsSchemaSays())
                  .addDeserializer(Proof.class, new FromItsSchema()))
          .build();

  private RunJson() {}

  /** The run as one JSON object. */
  public static String of(Run run) {
    ObjectNode document = JSON.createObjectNode();
    document.put("format", FORMAT);
    document.put("good", run.isGood());
    document.put("summary", new RunSummary(run).sentence());
    document.putPOJO("counts", run.counts());
    ObjectNode facts = JSON.valueToTree(run);
    document.setAll(facts);
    return Facts.json(document);
  }

  /**
   * A run from its JSON.
   *
   * @throws IllegalArgumentException where it is none, with what is wrong
   */
  public static Run read(String json) {
    try {
      JsonNode document = JSON.readTree(json);
      int format = document.path("format").asInt(0);
      if (format != FORMAT) {
        throw new IllegalArgumentException(
            "expected a run of format %d, found %s"
                .formatted(FORMAT, format == 0 ? "none" : "format " + format));
      }
      return JSON.treeToValue(document, Run.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "expected a run as docs/run.schema.json says: " + e.getOriginalMessage(), e);
    }
  }

  private static final class Milliseconds extends ValueSerializer<Duration> {
    @Override
    public void serialize(Duration value, JsonGenerator out, SerializationContext context) {
      out.writeNumber(value.toMillis());
    }
  }

  private static final class OfMilliseconds extends ValueDeserializer<Duration> {
    @Override
    public Duration deserialize(JsonParser in, DeserializationContext context) {
      return Duration.ofMillis(in.getLongValue());
    }
  }

  private static final class AsItsSchemaSays extends ValueSerializer<Proof> {
    @Override
    public void serialize(Proof value, JsonGenerator out, SerializationContext context) {
      out.writeTree(ProofJson.tree(value));
    }
  }

  private static final class FromItsSchema extends ValueDeserializer<Proof> {
    @Override
    public Proof deserialize(JsonParser in, DeserializationContext context) {
      return ProofJson.read(context.readTree(in));
    }
  }
}
