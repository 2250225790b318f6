package io.tenantproof.loki;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A line of a stream.
 *
 * @param labels of its stream
 * @param time to the nanosecond
 * @param line as it is stored
 */
public record LogLine(Map<String, String> labels, Instant time, String line) {

  private static final int SHOWN = 200;

  /** Copies what it is given. */
  public LogLine {
    labels = Map.copyOf(labels);
  }

  /** A label's value; empty where its stream has none of that name. */
  public String label(String name) {
    return labels.getOrDefault(name, "");
  }

  /** Labels, time and the line's beginning. */
  @Override
  public String toString() {
    return "%s %s %s"
        .formatted(
            new TreeMap<>(labels),
            time,
            line.length() <= SHOWN
                ? line
                : line.substring(0, SHOWN) + "… (%d characters)".formatted(line.length()));
  }
}
