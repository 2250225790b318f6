package io.tenantproof.measured;

import io.tenantproof.measured.Line.Point;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/** What more tenants cost the platform. */
final class PlatformSize {

  // docs/performance.md: with 25 tenants.
  private static final double TARGET_GIB = 8;
  private static final double MS = 1000;
  private static final double MIB = 1024;

  private PlatformSize() {}

  static Told told(JsonNode result) {
    List<JsonNode> stages = Entries.required(result, "stages");
    JsonNode last = stages.getLast();
    return Told.lines(
        "%d tenants: %d of them Synced and Healthy %s s after their commit, %d pods"
            .formatted(
                last.path("tenants").asInt(0),
                last.path("added").asInt(0),
                Numbers.shown(seconds(last, "settledMs")),
                last.path("pods").asInt(0)),
        "",
        List.of(
            line("Until those of a commit are Synced and Healthy", "s", stages, "settledMs"),
            line("Until a commit without a change is known to all", "s", stages, "knownMs"),
            new Line(
                "Memory of the nodes",
                "GiB",
                points(measured(stages), PlatformSize::gib),
                OptionalDouble.of(TARGET_GIB))),
        Table.of(
            "The same in numbers",
            List.of("Tenants", "Added", "All settled", "Commit known", "Pods", "Memory"),
            stages.stream().map(PlatformSize::row)));
  }

  private static Table.Row row(JsonNode one) {
    return Table.Row.of(
        Numbers.shown(one.path("tenants").asInt(0)),
        Numbers.shown(one.path("added").asInt(0)),
        Numbers.shown(seconds(one, "settledMs")) + " s",
        Numbers.shown(seconds(one, "knownMs")) + " s",
        Numbers.shown(one.path("pods").asInt(0)),
        measured(List.of(one)).isEmpty() ? "not known" : Numbers.shown(gib(one)) + " GiB");
  }

  // Without a metrics-server there is no figure, which is no memory of 0.
  private static List<JsonNode> measured(List<JsonNode> stages) {
    return stages.stream().filter(one -> one.path("memoryMib").asLong(0) > 0).toList();
  }

  private static Line line(String title, String unit, List<JsonNode> stages, String field) {
    return new Line(
        title, unit, points(stages, one -> seconds(one, field)), OptionalDouble.empty());
  }

  private static List<Point> points(List<JsonNode> stages, ToDoubleFunction<JsonNode> value) {
    return stages.stream()
        .map(one -> new Point(one.path("tenants").asInt(0), value.applyAsDouble(one)))
        .toList();
  }

  private static double seconds(JsonNode stage, String field) {
    return stage.path(field).asDouble(0) / MS;
  }

  private static double gib(JsonNode stage) {
    return stage.path("memoryMib").asDouble(0) / MIB;
  }
}
