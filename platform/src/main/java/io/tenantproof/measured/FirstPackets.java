package io.tenantproof.measured;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What new pods' first packets come to. */
final class FirstPackets {

  private FirstPackets() {}

  static Told told(JsonNode result) {
    List<JsonNode> ways = Entries.required(result, "ways");
    double top = ways.stream().flatMapToDouble(way -> times(way)).max().orElse(0);
    long through = ways.stream().filter(way -> !isOpen(way)).mapToLong(FirstPackets::passed).sum();
    long tried =
        ways.stream()
            .filter(way -> !isOpen(way))
            .mapToLong(way -> way.path("connections").asLong(0))
            .sum();
    boolean cutOff = ways.stream().anyMatch(way -> isOpen(way) && passed(way) == 0);
    return Told.bars(
        "%s of %s connections passed that must not"
            .formatted(Numbers.shown(through), Numbers.shown(tried)),
        through > 0
            ? "Something passed that must not"
            : cutOff ? "Nothing passed where it must" : "",
        List.of(
            "How long after a pod's first moment its first connection passed; all bars have one"
                + " scale."),
        ways.stream().map(way -> bars(way, top)).toList());
  }

  private static Bars bars(JsonNode way, double top) {
    return new Bars(
        way.path("title").asString(way.path("way").asString("")),
        "%s: %s of %s connections of %s pods passed%s"
            .formatted(
                isOpen(way) ? "must pass" : "must not pass",
                Numbers.shown(passed(way)),
                Numbers.shown(way.path("connections").asLong(0)),
                Numbers.shown(way.path("pods").asLong(0)),
                isOpen(way) == passed(way) > 0 ? " ✓" : " ✗"),
        passed(way) == 0
            ? List.of()
            : List.of(
                bar("median", way, "firstPassedMedianMs", top),
                bar("worst", way, "firstPassedWorstMs", top)));
  }

  private static Bars.Bar bar(String label, JsonNode way, String field, double top) {
    double value = way.path(field).asDouble(0);
    return Bars.bar(label, value, top, isOpen(way) ? "own" : "bad", Numbers.shown(value) + " ms");
  }

  private static java.util.stream.DoubleStream times(JsonNode way) {
    return Stream.of("firstPassedMedianMs", "firstPassedWorstMs")
        .mapToDouble(field -> way.path(field).asDouble(0));
  }

  private static boolean isOpen(JsonNode way) {
    return way.path("open").asBoolean(false);
  }

  private static long passed(JsonNode way) {
    return way.path("passed").asLong(0);
  }
}
