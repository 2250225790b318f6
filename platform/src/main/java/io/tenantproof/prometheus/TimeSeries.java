package io.tenantproof.prometheus;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A series over time.
 *
 * @param labels of it
 * @param points oldest first
 */
public record TimeSeries(Map<String, String> labels, List<Point> points) {

  /** Copies what it is given. */
  public TimeSeries {
    labels = Map.copyOf(labels);
    points = List.copyOf(points);
  }

  /**
   * One value.
   *
   * @param time of it
   * @param value may be NaN or infinite
   */
  public record Point(Instant time, double value) {}
}
