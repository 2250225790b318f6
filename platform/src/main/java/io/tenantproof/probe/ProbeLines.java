package io.tenantproof.probe;

import io.tenantproof.isolation.Observation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How checks are told to a probe, and how it tells what it saw: a JSON object a line. */
final class ProbeLines {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ProbeLines() {}

  /** What the probe reads; an empty line ends it. */
  static String of(List<Check> checks) {
    return checks.stream().map(ProbeLines::line).collect(Collectors.joining("\n", "", "\n\n"));
  }

  private static String line(Check check) {
    return JSON.writeValueAsString(
        Map.of(
            "id", check.id(),
            "kind", check.kind().name().toLowerCase(Locale.ROOT),
            "target", check.target(),
            "name", check.name(),
            "type", check.type(),
            "attemptMs", check.attempt().toMillis(),
            "forMs", check.patience().toMillis()));
  }

  /** What the probe wrote, by the check's id; a line that is cut short is left out. */
  static Map<String, Observation> read(String output) {
    Map<String, Observation> seen = new HashMap<>();
    output
        .lines()
        .forEach(
            line -> {
              try {
                JsonNode one = JSON.readTree(line);
                seen.put(one.path("id").asString(), observation(one));
              } catch (JacksonException cutShort) {
                return;
              }
            });
    return seen;
  }

  private static Observation observation(JsonNode one) {
    int attempts = one.path("attempts").asInt();
    String seen = one.path("seen").asString();
    return new Observation(
        state(one.path("outcome").asString()),
        attempts == 1 ? seen : "%s (%d attempts)".formatted(seen, attempts),
        Duration.ofMillis(one.path("ms").asLong()));
  }

  private static Observation.State state(String outcome) {
    return switch (outcome) {
      case "allowed" -> Observation.State.ALLOWED;
      case "refused" -> Observation.State.REFUSED;
      case "dropped" -> Observation.State.DROPPED;
      default -> Observation.State.FAILED;
    };
  }
}
