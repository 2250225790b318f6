package io.tenantproof.loki;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.http.StubServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogQuestionTest {

  private static final String RANGE = "/loki/api/v1/query_range";
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123456789Z");

  @Test
  void asksForTheLastLinesAndGivesThemOldestFirst() {
    try (StubServer server = new StubServer()) {
      server.answers(
          RANGE,
          200,
          """
          {"status":"success","data":{"resultType":"streams","result":[
            {"stream":{"pod":"a-1"},"values":[["2","second"],["1","first"]]}]}}
          """);

      List<LogLine> lines = question("say \"hi\" \\ there").ask(Loki.at(server.uri(), "tenant-a"));

      assertThat(lines).extracting(LogLine::line).containsExactly("first", "second");
      assertThat(server.asked().getFirst().orgId()).isEqualTo("tenant-a");
      assertThat(server.asked().getFirst().path())
          .contains(
              "query={tenant=\"tenant-a\"} |= \"say \\\"hi\\\" \\\\ there\"",
              "limit=7",
              "direction=backward",
              "start=1795513800123456789");
    }
  }

  @Test
  void saysWhatWasAsked() {
    assertThat(question("x").told())
        .startsWith(
            "{tenant=\"tenant-a\"} |= \"x\" as org tenant-a, from 2026-11-24T09:50:00Z to ");
  }

  @Test
  void aLineThatATenantHasMadeUpSteersNoTerminal() {
    assertThat(LogText.of(new LogLine(Map.of("pod", "a-1"), NOW, "\u001b[31mred\ttab\r\nnext")))
        .isEqualTo("2026-11-24T10:00:00.123Z a-1  [31mred\ttab  next");
  }

  private static LogQuestion question(String contains) {
    return LogQuestion.of("tenant-a", Duration.ofMinutes(10), NOW, 7, Optional.of(contains));
  }
}
