package io.tenantproof.measured;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** How the platform came up. */
final class BootTold {

  private static final double MS = 1000;

  private BootTold() {}

  static Told told(JsonNode result) {
    List<JsonNode> milestones = Entries.required(result, "milestones");
    List<String> notes = new ArrayList<>();
    notes.add(
        "A bar begins with what its milestone waited for. Kubernetes writes whole seconds: a time"
            + " may be up to one too early.");
    for (JsonNode one : Entries.of(result, "unknown")) {
      notes.add(
          "Not known: %s: %s"
              .formatted(one.path("title").asString(""), one.path("why").asString("")));
    }
    String bound = result.path("boundBy").asString("");
    return new Told(
        milestones.stream()
            .filter(one -> one.path("id").asString("").equals(bound))
            .map(one -> headline(result, one))
            .findFirst()
            .orElse(seconds(result)),
        "",
        notes,
        List.of(),
        List.of(),
        List.of(new Gantt(result)),
        List.of());
  }

  private static String headline(JsonNode result, JsonNode bound) {
    return "%s, bound by \"%s\": %s, %s"
        .formatted(
            seconds(result),
            bound.path("title").asString(""),
            seconds(bound),
            Numbers.share(bound.path("share").asDouble(0)));
  }

  private static String seconds(JsonNode timed) {
    return String.format(Locale.ROOT, "%.1f s", timed.path("tookMs").asDouble(0) / MS);
  }
}
