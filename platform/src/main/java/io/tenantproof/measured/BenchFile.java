package io.tenantproof.measured;

import io.tenantproof.console.Facts;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a subcommand of the bench has measured, as {@code docs/bench.schema.json} says.
 *
 * @param format raised when a field goes or changes its meaning
 * @param name of the subcommand
 * @param measured when its measurement was over
 * @param machine it was measured on
 * @param result as the subcommand prints it with {@code --json}
 */
public record BenchFile(
    int format, String name, Instant measured, Machine machine, JsonNode result) {

  private static final int FORMAT = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /** A new one of a result in JSON. */
  public static BenchFile of(String name, Instant measured, Machine machine, String result) {
    return new BenchFile(FORMAT, name, measured, machine, JSON.readTree(result));
  }

  /** The file's text. */
  public String json() {
    return Facts.json(this);
  }

  /**
   * One from its text.
   *
   * @throws IllegalArgumentException where it is none, with what is wrong
   */
  public static BenchFile read(String json) {
    try {
      BenchFile file = JSON.readValue(json, BenchFile.class);
      if (file.format() != FORMAT) {
        throw new IllegalArgumentException(
            "expected format %d, found %d".formatted(FORMAT, file.format()));
      }
      return file;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "expected a file as docs/bench.schema.json says: " + e.getOriginalMessage(), e);
    }
  }
}
