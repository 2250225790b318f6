package io.tenantproof.measured;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The proof of the network beside Cyclonus. */
final class Cyclonus {

  // docs/performance.md: for each check.
  private static final double TARGET = 10;
  private static final double MS = 1000;

  private Cyclonus() {}

  static Told told(JsonNode result) {
    List<JsonNode> contenders = Entries.required(result, "contenders");
    double ratio = result.path("ratio").asDouble(0);
    long bad = contenders.stream().mapToLong(one -> one.path("notAsTheyMustBe").asLong(0)).sum();
    return Told.bars(
        "%s times faster a check with %s tenants: the median of %s rounds in turns"
            .formatted(
                Numbers.shown(ratio),
                Numbers.shown(result.path("tenants").asInt(0)),
                Numbers.shown(result.path("rounds").asInt(0))),
        bad == 0
            ? ""
            : "%d checks were not as they must be: the figures say nothing".formatted(bad),
        List.of("Both start pods of their own to probe with, which counts."),
        List.of(
            Bars.ofContenders(
                "One check",
                "less is better; target %s times, %s"
                    .formatted(Numbers.shown(TARGET), ratio >= TARGET ? "met ✓" : "missed ✗"),
                contenders,
                one -> one.path("perCheckMs").asDouble(0),
                " ms"),
            Bars.ofContenders(
                "All checks",
                "not the same number, see below",
                contenders,
                one -> one.path("tookMs").asDouble(0) / MS,
                " s"),
            Bars.ofContenders(
                "How many",
                "more is better",
                contenders,
                one -> one.path("checks").asDouble(0),
                "")));
  }
}
