package io.tenantproof.report;

import io.tenantproof.run.Series;
import io.tenantproof.run.Series.Measure;
import io.tenantproof.run.Series.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A series as a line on the clock of the run.
 *
 * @param series that is shown
 * @param begin of the run
 * @param length of the run
 * @param top value at the top of the plot
 */
record Plot(Series series, Instant begin, Duration length, double top) {

  private static final double WIDTH = 1_000;
  private static final double HEIGHT = 100;

  // Where a value is missing the line ends, and begins again.
  private static final double GAP = 2.5;

  String tenant() {
    return series.tenant();
  }

  String highest() {
    return number(series.points().stream().mapToDouble(Point::value).max().orElse(0));
  }

  String mean() {
    return number(series.points().stream().mapToDouble(Point::value).average().orElse(0));
  }

  String scale() {
    return number(top);
  }

  String end() {
    return TestText.clock(length);
  }

  /** The points of each piece of the line. */
  List<String> lines() {
    List<List<Point>> pieces = new ArrayList<>();
    List<Point> piece = new ArrayList<>();
    Duration longest = longestPause();
    for (Point point : series.points()) {
      if (!piece.isEmpty()
          && Duration.between(piece.getLast().time(), point.time()).compareTo(longest) > 0) {
        pieces.add(piece);
        piece = new ArrayList<>();
      }
      piece.add(point);
    }
    pieces.add(piece);
    return pieces.stream().filter(one -> !one.isEmpty()).map(this::line).toList();
  }

  private Duration longestPause() {
    long usual = Long.MAX_VALUE;
    for (int i = 1; i < series.points().size(); i++) {
      usual =
          Math.min(
              usual,
              Duration.between(series.points().get(i - 1).time(), series.points().get(i).time())
                  .toMillis());
    }
    return Duration.ofMillis((long) Math.min(GAP * usual, Long.MAX_VALUE));
  }

  // A point alone is a line of no length; its round ends make it a dot.
  private String line(List<Point> points) {
    List<Point> drawn = points.size() == 1 ? List.of(points.getFirst(), points.getFirst()) : points;
    return drawn.stream().map(this::place).collect(Collectors.joining(" "));
  }

  private String place(Point point) {
    double x =
        WIDTH * Duration.between(begin, point.time()).toMillis() / Math.max(1, length.toMillis());
    return String.format(
        Locale.ROOT,
        "%.0f,%.1f",
        Math.clamp(x, 0, WIDTH),
        HEIGHT - HEIGHT * Math.clamp(point.value() / top, 0, 1));
  }

  private String number(double value) {
    return series.measure() == Measure.LATENCY
        ? String.format(Locale.ROOT, value < 0.1 ? "%.1f ms" : "%.0f ms", value * 1000)
        : String.format(
            Locale.ROOT, value < 10 && value != Math.rint(value) ? "%.2f" : "%.0f", value);
  }
}
