package io.tenantproof.measured;

import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/** The workload beside the one that it is compared with. */
final class Workload {

  /**
   * A figure of each contender.
   *
   * @param field of it
   * @param title of it
   * @param unit of it
   * @param more whether more of it is better
   * @param target of ours, as docs/performance.md sets it: of what is better the more there is, a
   *     share of the other's
   */
  private record Figure(
      String field, String title, String unit, boolean more, OptionalDouble target) {

    Bars bars(List<JsonNode> contenders) {
      return Bars.ofContenders(title, note(contenders), contenders, this::value, unit);
    }

    private double value(JsonNode contender) {
      return contender.path(field).asDouble(0);
    }

    private String note(List<JsonNode> contenders) {
      double own = value(contenders.getFirst());
      double other = value(contenders.getLast());
      double ratio = other > 0 ? own / other : 0;
      String text =
          "%s is better; ratio %s".formatted(more ? "more" : "less", Numbers.shown(ratio));
      if (target.isEmpty()) {
        return text;
      }
      double wanted = target.getAsDouble();
      boolean met = more ? ratio >= wanted : own <= wanted;
      return "%s; target %s, %s"
          .formatted(
              text,
              more
                  ? "ratio %s or more".formatted(Numbers.shown(wanted))
                  : Numbers.shown(wanted) + unit,
              met ? "met ✓" : "missed ✗");
    }
  }

  private static final List<Figure> FIGURES =
      List.of(
          new Figure("requestsPerSecond", "Requests a second", "", true, OptionalDouble.of(1)),
          new Figure(
              "coldRequestsPerSecond",
              "Requests a second in the first 10 s",
              "",
              true,
              OptionalDouble.empty()),
          new Figure("p50Ms", "Half of the answers within", " ms", false, OptionalDouble.empty()),
          new Figure("p99Ms", "99 of 100 answers within", " ms", false, OptionalDouble.empty()),
          new Figure("firstAnswerMs", "First answer after", " ms", false, OptionalDouble.of(400)),
          new Figure("idleMib", "Memory at idle", " MiB", false, OptionalDouble.of(90)),
          new Figure("loadedMib", "Memory after load", " MiB", false, OptionalDouble.empty()),
          new Figure("imageMib", "Image", " MiB", false, OptionalDouble.of(75)));

  private Workload() {}

  static Told told(JsonNode result) {
    List<JsonNode> contenders = Entries.required(result, "contenders");
    JsonNode own = contenders.getFirst();
    JsonNode other = contenders.getLast();
    long failed = contenders.stream().mapToLong(one -> one.path("failed").asLong(0)).sum();
    return Told.bars(
        "%s beside %s: the median of %d rounds in turns, under the same limits"
            .formatted(
                own.path("name").asString(""),
                other.path("name").asString(""),
                own.path("rounds").asInt(0)),
        failed == 0
            ? ""
            : "%d requests were not answered: the figures say nothing".formatted(failed),
        List.of("Each pair of bars has a scale of its own."),
        FIGURES.stream().map(figure -> figure.bars(contenders)).toList());
  }
}
