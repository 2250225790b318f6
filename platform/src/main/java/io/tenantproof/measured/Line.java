package io.tenantproof.measured;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Values by the number of tenants, as a line from point to point.
 *
 * @param title what was measured
 * @param unit of the values
 * @param points in ascending order of tenants
 * @param target that the last value is compared with; empty where there is none
 */
record Line(String title, String unit, List<Point> points, OptionalDouble target) {

  // A label must not leave the plot.
  private static final double RIGHT = 0.93;

  Line {
    points = List.copyOf(points);
  }

  /**
   * A value.
   *
   * @param tenants how many there were
   * @param value then
   */
  record Point(int tenants, double value) {}

  /**
   * A point in the plot.
   *
   * @param x place, in percent
   * @param y place, in percent
   * @param label of its value
   * @param tenants of it
   * @param anchor the side of the labels that stands there
   */
  record Dot(String x, String y, String label, int tenants, String anchor) {}

  /** What is between two points. */
  record Piece(String x1, String y1, String x2, String y2) {}

  String top() {
    return "%s %s".formatted(Numbers.shown(scale()), unit);
  }

  /** Where the target is; none where there is none. */
  List<Dot> targets() {
    return target.isEmpty()
        ? List.of()
        : List.of(
            new Dot(
                Numbers.percent(0),
                y(target.getAsDouble()),
                "target %s %s".formatted(Numbers.shown(target.getAsDouble()), unit),
                0,
                "start"));
  }

  List<Dot> dots() {
    return points.stream()
        .map(
            point ->
                new Dot(
                    x(point),
                    y(point.value()),
                    Numbers.shown(point.value()),
                    point.tenants(),
                    point.tenants() > RIGHT * last() ? "end" : "middle"))
        .toList();
  }

  List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      pieces.add(new Piece(x(from), y(from.value()), x(to), y(to.value())));
    }
    return pieces;
  }

  private double scale() {
    double highest = points.stream().mapToDouble(Point::value).max().orElse(0);
    return Numbers.scale(Math.max(highest, target.orElse(0)));
  }

  private String x(Point point) {
    return Numbers.percent(point.tenants() / (double) last());
  }

  private int last() {
    return Math.max(1, points.stream().mapToInt(Point::tenants).max().orElse(1));
  }

  private String y(double value) {
    return Numbers.percent(1 - value / scale());
  }
}
