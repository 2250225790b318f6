package io.tenantproof.measured;

import java.util.List;

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

  /** A bar of a value on a scale. */
  static Bar bar(String label, double value, double top, String kind, String shown) {
    return new Bar(label, Numbers.percent(top > 0 ? value / top : 0), kind, shown);
  }
}
