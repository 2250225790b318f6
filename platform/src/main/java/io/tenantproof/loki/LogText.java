package io.tenantproof.loki;

import io.tenantproof.console.Facts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Lines for people and for programs, as {@code docs/command-line.md} says. */
public final class LogText {

  // Raised when a field goes or changes its meaning; a new field changes nothing for who reads.
  private static final int FORMAT = 1;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private LogText() {}

  /** A line with its time and pod. */
  public static String of(LogLine line) {
    // What a tenant has logged must not steer the terminal.
    return "%s %s %s"
        .formatted(
            TIME.format(line.time()),
            line.label("pod"),
            line.line().replaceAll("[\\p{C}&&[^\\t]]", " "));
  }

  /** The question and all lines as JSON. */
  public static String json(LogQuestion question, List<LogLine> lines) {
    return Facts.json(
        new Document(
            FORMAT,
            question.tenant(),
            question.query(),
            question.window().from().toString(),
            question.window().to().toString(),
            lines.stream().map(One::of).toList()));
  }

  private record Document(
      int format, String tenant, String query, String from, String to, List<One> lines) {}

  private record One(String time, String app, String pod, String container, String line) {

    static One of(LogLine line) {
      Instant time = line.time();
      return new One(
          time.toString(),
          line.label("app"),
          line.label("pod"),
          line.label("container"),
          line.line());
    }
  }
}
