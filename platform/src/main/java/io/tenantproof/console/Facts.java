package io.tenantproof.console;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Facts for programs: records as JSON. */
public final class Facts {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          // It passes through consoles of any character set.
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private Facts() {}

  /** A record as JSON. */
  public static String json(Object facts) {
    return JSON.writeValueAsString(facts);
  }
}
