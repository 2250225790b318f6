package io.tenantproof.measured;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/**
 * Bars side by side, on one scale. Their numbers stand beside them: the chart is a table.
 *
 * @param title what is compared; empty where it needs no words
 * @param note what came of it
 * @param bars one a value
 */
record Bars(String title, String note, List<Bar> bars) {

  Bars {
    bars = List.copyOf(bars);
  }

  /**
   * A bar.
   *
   * @param label whose value it is
   * @param width share of the plot, in percent
   * @param kind its style
   * @param value in words
   */
  record Bar(String label, String width, String kind, String value) {}

  /** One for each contender, ours first, on the scale of the largest. */
  static Bars ofContenders(
      String title,
      String note,
      List<JsonNode> contenders,
      ToDoubleFunction<JsonNode> value,
      String unit) {
    double top = contenders.stream().mapToDouble(value).max().orElse(0);
    List<Bar> bars = new ArrayList<>();
    for (JsonNode one : contenders) {
      bars.add(
          bar(
              one.path("name").asString(""),
              value.applyAsDouble(one),
              top,
              bars.isEmpty() ? "own" : "other",
              Numbers.shown(value.applyAsDouble(one)) + unit));
    }
    return new Bars(title, note, bars);
  }

  /** A bar of a value on a scale. */
  static Bar bar(String label, double value, double top, String kind, String shown) {
    return new Bar(label, Numbers.percent(top > 0 ? value / top : 0), kind, shown);
  }
}
