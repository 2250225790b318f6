package io.tenantproof.measured;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Lists of what a subcommand has measured. */
final class Entries {

  private Entries() {}

  /**
   * One that must not be empty.
   *
   * @throws IllegalArgumentException where it is
   */
  static List<JsonNode> required(JsonNode result, String field) {
    List<JsonNode> all = of(result, field);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("expected %s, found none".formatted(field));
    }
    return all;
  }

  /** One that may be empty. */
  static List<JsonNode> of(JsonNode result, String field) {
    return StreamSupport.stream(result.path(field).spliterator(), false).toList();
  }
}
