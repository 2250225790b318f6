package io.tenantproof.measured;

import io.tenantproof.measured.Line.Point;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/** How long a proof takes by the number of tenants. */
final class Isolation {

  // docs/performance.md: for 20 tenants.
  private static final double TARGET_SECONDS = 60;
  private static final double MS = 1000;

  private Isolation() {}

  static Told told(JsonNode result) {
    List<JsonNode> sizes = Entries.required(result, "sizes");
    long bad = sizes.stream().mapToLong(one -> one.path("bad").asLong(0)).sum();
    JsonNode last = sizes.getLast();
    return Told.lines(
        "%s ways between %s tenants in %s s"
            .formatted(
                Numbers.shown(last.path("ways").asLong(0)),
                Numbers.shown(last.path("tenants").asLong(0)),
                Numbers.shown(seconds(last))),
        bad == 0 ? "" : "%d ways were not as they must be: the figures say nothing".formatted(bad),
        List.of(
            new Line(
                "A proof of all ways",
                "s",
                points(sizes, Isolation::seconds),
                OptionalDouble.of(TARGET_SECONDS)),
            new Line("One way", "ms", points(sizes, Isolation::perWay), OptionalDouble.empty())),
        Table.of(
            "The same in numbers",
            List.of("Tenants", "Pairs", "Ways", "Took", "A way", "Not as it must be"),
            sizes.stream()
                .map(
                    one ->
                        Table.Row.of(
                            Numbers.shown(one.path("tenants").asInt(0)),
                            Numbers.shown(one.path("pairs").asInt(0)),
                            Numbers.shown(one.path("ways").asInt(0)),
                            Numbers.shown(seconds(one)) + " s",
                            Numbers.shown(perWay(one)) + " ms",
                            Numbers.shown(one.path("bad").asInt(0))))));
  }

  private static List<Point> points(List<JsonNode> sizes, ToDoubleFunction<JsonNode> value) {
    return sizes.stream()
        .map(one -> new Point(one.path("tenants").asInt(0), value.applyAsDouble(one)))
        .toList();
  }

  private static double seconds(JsonNode size) {
    return size.path("tookMs").asDouble(0) / MS;
  }

  private static double perWay(JsonNode size) {
    return size.path("tookMs").asDouble(0) / Math.max(1, size.path("ways").asDouble(1));
  }
}
