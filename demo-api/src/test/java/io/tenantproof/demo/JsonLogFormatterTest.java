package io.tenantproof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JsonLogFormatterTest {

  private final JsonLogFormatter formatter = new JsonLogFormatter(RunningService.IDENTITY, "1.2.3");

  private JsonNode format(LogRecord record) {
    String line = formatter.format(record);
    assertThat(line).endsWith("}\n");
    assertThat(line.strip()).doesNotContain("\n");
    assertThat(line.length()).isLessThan(16_384);
    return RunningService.json(line);
  }

  @Test
  void writesOneLineWhateverTheText() {
    LogRecord record = new LogRecord(Level.INFO, "one\n\"two\" \u2028 \u0000 {0}");
    record.setParameters(new Object[] {"three"});
    record.setLoggerName("io.tenantproof.demo.Main");

    JsonNode line = format(record);

    assertThat(line.path("message").asString()).isEqualTo("one\n\"two\" \u2028 \u0000 three");
    assertThat(line.path("logger").asString()).isEqualTo("io.tenantproof.demo.Main");
  }

  @Test
  void namesLevelsAsOthersDo() {
    assertThat(format(new LogRecord(Level.SEVERE, "")).path("level").asString()).isEqualTo("ERROR");
    assertThat(format(new LogRecord(Level.WARNING, "")).path("level").asString()).isEqualTo("WARN");
    assertThat(format(new LogRecord(Level.INFO, "")).path("level").asString()).isEqualTo("INFO");
    assertThat(format(new LogRecord(Level.FINE, "")).path("level").asString()).isEqualTo("DEBUG");
  }

  @Test
  void cutsWhatIsTooLong() {
    LogRecord record = new LogRecord(Level.SEVERE, "m".repeat(100_000));
    record.setThrown(new IllegalStateException("e".repeat(100_000)));

    JsonNode line = format(record);

    assertThat(line.path("message").asString()).hasSize(1001).endsWith("…");
    assertThat(line.path("exception").asString()).hasSize(4001).startsWith("java.lang.Illegal");
  }

  @Test
  void staysBelowTheLimitWhenEveryCharacterIsEscaped() {
    String hostile = "\u0001".repeat(100_000);
    LogRecord record = new LogRecord(Level.INFO, "GET unmatched 404");
    record.setLoggerName("io.tenantproof.demo.request");
    record.setParameters(
        new Object[] {
          new RequestLine("GET", hostile, "unmatched", 404, Duration.ofMillis(2), Optional.empty())
        });

    assertThat(format(record).path("duration_ms").asDouble()).isEqualTo(2.0);
  }

  @Test
  void toleratesARecordWithNothingInIt() {
    assertThat(format(new LogRecord(Level.INFO, null)).path("message").asString()).isEmpty();
  }
}
