package io.tenantproof.run;

import java.time.Instant;
import java.util.List;

/**
 * A measure of a tenant over the run.
 *
 * @param measure what was measured
 * @param tenant whose workload it was
 * @param points oldest first; there is none where nothing was measured
 */
public record Series(Measure measure, String tenant, List<Point> points) {

  /** Copies what it is given. */
  public Series {
    points = List.copyOf(points);
  }

  /** What is measured of a tenant. */
  public enum Measure {
    /** Requests per second. */
    REQUESTS,
    /** The 99th percentile of the time that a request takes, in seconds. */
    LATENCY,
    /** Log lines per second. */
    LINES
  }

  /**
   * One value.
   *
   * @param time of it
   * @param value a finite number
   */
  public record Point(Instant time, double value) {}
}
