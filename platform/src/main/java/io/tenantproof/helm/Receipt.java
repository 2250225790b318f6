package io.tenantproof.helm;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was installed, and how its objects were then.
 *
 * @param fingerprint of the chart and its values
 * @param objects the marks of each, by the path of their collection and their name
 */
record Receipt(String fingerprint, Map<String, Map<String, Set<String>>> objects) {

  /** Copies what it is given. */
  Receipt {
    objects = Map.copyOf(objects);
  }

  /**
   * Reads one back.
   *
   * @throws tools.jackson.core.JacksonException when it is none
   */
  static Receipt parse(String json) {
    return JsonMapper.shared().readValue(json, Receipt.class);
  }

  String json() {
    return JsonMapper.shared().writeValueAsString(this);
  }

  /**
   * Whether all objects are as they were. Marks that have come since then are somebody's own
   * fields, which Helm would leave alone.
   */
  boolean holds(Map<String, Map<String, Set<String>>> now) {
    return !objects.isEmpty()
        && objects.entrySet().stream()
            .allMatch(one -> holds(one.getValue(), now.getOrDefault(one.getKey(), Map.of())));
  }

  private static boolean holds(Map<String, Set<String>> then, Map<String, Set<String>> now) {
    return then.entrySet().stream()
        .allMatch(one -> now.getOrDefault(one.getKey(), Set.of()).containsAll(one.getValue()));
  }
}
