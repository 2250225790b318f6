package io.tenantproof.endurance;

import java.util.List;

/**
 * The straight line that fits a quantity best (least squares).
 *
 * @param points how many it was found from
 * @param slope what a run adds
 * @param noise the standard error of the slope; 0 where two points leave no room for one
 * @param first value of the line at the first point
 * @param last value of the line at the last point
 */
public record Trend(int points, double slope, double noise, double first, double last) {

  /**
   * A measured point.
   *
   * @param run its number
   * @param value measured after it
   */
  record Point(int run, double value) {}

  /**
   * The trend of two points or more.
   *
   * @param points of different runs
   */
  static Trend of(List<Point> points) {
    int size = points.size();
    double meanRun = points.stream().mapToDouble(Point::run).average().orElseThrow();
    double meanValue = points.stream().mapToDouble(Point::value).average().orElseThrow();
    double spread = points.stream().mapToDouble(one -> square(one.run() - meanRun)).sum();
    double slope =
        points.stream().mapToDouble(one -> (one.run() - meanRun) * (one.value() - meanValue)).sum()
            / spread;
    double rest =
        points.stream()
            .mapToDouble(one -> square(one.value() - meanValue - slope * (one.run() - meanRun)))
            .sum();
    double noise = size > 2 ? Math.sqrt(rest / (size - 2) / spread) : 0;
    return new Trend(
        size,
        slope,
        noise,
        meanValue + slope * (points.getFirst().run() - meanRun),
        meanValue + slope * (points.getLast().run() - meanRun));
  }

  /** What a run adds, in percent of the first value. */
  double percentPerRun() {
    return percent(slope);
  }

  /** What all runs after the first have added, in percent of the first value. */
  double percentInAll() {
    return percent(last - first);
  }

  /** Whether it rises by more than the quantity's own ups and downs explain. */
  boolean risesClearly() {
    return slope > 2 * noise;
  }

  // What was nothing and is something has grown beyond any percentage.
  private double percent(double part) {
    if (part == 0) {
      return 0;
    }
    return first > 0 ? part / first * 100 : Math.copySign(Double.POSITIVE_INFINITY, part);
  }

  private static double square(double number) {
    return number * number;
  }
}
