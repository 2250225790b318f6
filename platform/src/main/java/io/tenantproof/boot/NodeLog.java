package io.tenantproof.boot;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a node said while it started, as the engine keeps it: each line behind its time.
 *
 * @param lines those that have a time, oldest first
 */
record NodeLog(List<Line> lines) {

  /**
   * A line.
   *
   * @param time at which the engine got it
   * @param text of it
   */
  record Line(Instant time, String text) {}

  NodeLog {
    lines = List.copyOf(lines);
  }

  /** One of a node that said nothing. */
  static NodeLog empty() {
    return new NodeLog(List.of());
  }

  /** Reads it; a line without a time, as the rest of a longer one, is left out. */
  static NodeLog read(String text) {
    return new NodeLog(text.lines().flatMap(line -> line(line).stream()).toList());
  }

  private static Optional<Line> line(String line) {
    int space = line.indexOf(' ');
    if (space < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Line(Instant.parse(line.substring(0, space)), line.substring(space + 1)));
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }

  /** When the API server was ready ({@code platform/images/node}; k3s has no such line). */
  Optional<Instant> apiServer() {
    return first(text -> text.endsWith("API server is ready"));
  }

  /** When the node was up, in the words of k3s that Testcontainers waits for. */
  Optional<Instant> up() {
    return first(text -> text.contains("Node controller sync successful"));
  }

  /**
   * When all images were imported, at the latest: the node of this kit says it once it is Ready,
   * k3s says {@code Imported images from} each archive (pkg/agent/containerd/containerd.go).
   */
  Optional<Instant> images() {
    Instant end = up().orElse(Instant.MAX);
    return first(text -> text.contains("images are imported:"))
        .or(
            () ->
                lines.stream()
                    .filter(line -> line.text().contains("Imported images from"))
                    .map(Line::time)
                    .filter(at -> !at.isAfter(end))
                    .reduce((earlier, later) -> later));
  }

  private Optional<Instant> first(Predicate<String> wanted) {
    return lines.stream().filter(line -> wanted.test(line.text())).map(Line::time).findFirst();
  }
}
