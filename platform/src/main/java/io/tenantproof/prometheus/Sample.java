package io.tenantproof.prometheus;

import java.time.Instant;
import java.util.Map;

/**
 * The value of a series at an instant.
 *
 * @param labels of the series, sorted where it is shown
 * @param value may be NaN or infinite
 * @param time of the value
 */
public record Sample(Map<String, String> labels, double value, Instant time) {

  /** Copies what it is given. */
  public Sample {
    labels = Map.copyOf(labels);
  }

  /** A label's value; empty where the series has none of that name, as Prometheus has it. */
  public String label(String name) {
    return labels.getOrDefault(name, "");
  }

  /** The series as Prometheus writes it, with its value. */
  @Override
  public String toString() {
    return new java.util.TreeMap<>(labels) + " " + value;
  }
}
