package io.tenantproof.gates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Findings that stay as they are: each waiver names a check, the objects and the reason.
 *
 * @param waived which checks are waived for which objects
 * @param problems what is wrong with the waivers themselves
 */
record Waivers(Map<String, Set<String>> waived, List<String> problems) {

  private static final Set<String> KEYS = Set.of("check", "reason", "objects");

  /** Copies what it is given. */
  Waivers {
    waived = Map.copyOf(waived);
    problems = List.copyOf(problems);
  }

  /** Reads them. */
  static Waivers read(JsonNode file) {
    Map<String, Set<String>> waived = new HashMap<>();
    List<String> problems = new ArrayList<>();
    if (!file.isArray()) {
      problems.add("The waivers are no list.");
    }
    for (JsonNode waiver : file.values()) {
      String check = Yaml.text(waiver, "check");
      if (Yaml.text(waiver, "reason").isBlank()) {
        problems.add("The waiver of \"%s\" gives no reason.".formatted(check));
      }
      if (waiver.propertyStream().anyMatch(key -> !KEYS.contains(key.getKey()))) {
        problems.add("The waiver of \"%s\" has keys beside %s.".formatted(check, KEYS));
      }
      for (JsonNode object : waiver.path("objects").values()) {
        if (!waived.computeIfAbsent(object.asString(), name -> new HashSet<>()).add(check)) {
          problems.add("%s: %s is waived twice.".formatted(object.asString(), check));
        }
      }
    }
    return new Waivers(waived, problems);
  }

  /** Findings that nobody waived, and waivers that nothing needs any more. */
  List<String> differences(List<ScoreFinding> findings) {
    List<String> differences = new ArrayList<>(problems);
    Set<String> needed = new HashSet<>();
    for (ScoreFinding finding : findings) {
      if (waived.getOrDefault(finding.object(), Set.of()).contains(finding.check())) {
        needed.add(key(finding.object(), finding.check()));
      } else {
        differences.add("found, and not waived: " + finding);
      }
    }
    waived.forEach(
        (object, checks) ->
            checks.stream()
                .map(check -> key(object, check))
                .filter(key -> !needed.contains(key))
                .forEach(key -> differences.add("waived, and not found: " + key)));
    return differences;
  }

  private static String key(String object, String check) {
    return object + ": " + check;
  }
}
