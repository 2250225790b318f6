package io.tenantproof.demo;

import io.helidon.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes each log record as one line of JSON.
 *
 * <p>A line stays below 16 KiB whatever a caller sends: container runtimes cut longer ones in two,
 * and half a line is no JSON. Source: Kubernetes' CRI log format, containerd {@code
 * max_container_log_line_size}.
 */
final class JsonLogFormatter extends Formatter {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final int LONGEST_TEXT = 1000;
  private static final int LONGEST_EXCEPTION = 4000;
  private static final double NANOS_PER_MILLISECOND = 1_000_000.0;

  private final Settings.Identity identity;
  private final String version;

  JsonLogFormatter(Settings.Identity identity, String version) {
    this.identity = identity;
    this.version = version;
  }

  @Override
  public String format(LogRecord record) {
    Optional<RequestLine> request = requestOf(record);
    JsonObject.Builder line =
        JsonObject.builder()
            .set("time", TIME.format(record.getInstant()))
            .set("level", levelName(record.getLevel()))
            .set("logger", shortened(record.getLoggerName(), LONGEST_TEXT))
            .set("message", shortened(messageOf(record, request.isPresent()), LONGEST_TEXT))
            .set("tenant", identity.tenantName())
            .set("environment", identity.environment())
            .set("app", identity.app())
            .set("version", version);
    RequestScope.current().ifPresent(scope -> addScope(line, scope));
    request.ifPresent(it -> addRequest(line, it));
    Optional.ofNullable(record.getThrown())
        .or(() -> request.flatMap(RequestLine::failure))
        .ifPresent(thrown -> line.set("exception", shortened(trace(thrown), LONGEST_EXCEPTION)));
    return line.build() + "\n";
  }

  private static void addScope(JsonObject.Builder line, RequestScope scope) {
    line.set("trace_id", scope.trace().traceId()).set("request_id", scope.requestId().value());
  }

  private static void addRequest(JsonObject.Builder line, RequestLine request) {
    double milliseconds = request.duration().toNanos() / NANOS_PER_MILLISECOND;
    line.set("method", shortened(request.method(), LONGEST_TEXT))
        .set("path", shortened(request.path(), LONGEST_TEXT))
        .set("route", request.route())
        .set("status", request.status())
        .set("duration_ms", Math.round(milliseconds * 1000) / 1000.0);
  }

  private static Optional<RequestLine> requestOf(LogRecord record) {
    Object @Nullable [] parameters = record.getParameters();
    boolean one = parameters != null && parameters.length == 1;
    return one && parameters[0] instanceof RequestLine line ? Optional.of(line) : Optional.empty();
  }

  private String messageOf(LogRecord record, boolean request) {
    // The message of a request line is not a pattern to be filled.
    return Objects.requireNonNullElse(request ? record.getMessage() : formatMessage(record), "");
  }

  private static String levelName(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (level.intValue() >= Level.WARNING.intValue()) {
      return "WARN";
    }
    return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  /** Cuts a text, never inside a character. */
  private static String shortened(@Nullable String text, int longest) {
    if (text == null) {
      return "";
    }
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end) + "…";
  }
}
