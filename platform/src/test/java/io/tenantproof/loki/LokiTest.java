package io.tenantproof.loki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.http.RequestFailed;
import io.tenantproof.http.StubServer;
import io.tenantproof.wait.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LokiTest {

  private static final String RANGE = "/loki/api/v1/query_range";
  private static final Instant TIME = Instant.parse("2026-11-24T10:00:00.123456789Z");
  private static final Window WINDOW = new Window(TIME, TIME.plusSeconds(10));
  private static final String TWO_STREAMS =
      """
      {"status":"success","data":{"resultType":"streams","result":[
        {"stream":{"pod":"a-1"},"values":[
          ["1795514400123456789","first"],["1795514400123456791","third"]]},
        {"stream":{"pod":"a-2"},"values":[["1795514400123456790","second",{}]]}]}}
      """;

  private final StubServer server = new StubServer();
  private final Loki loki = Loki.at(server.uri(), "tenant-a");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void linesOfAllStreamsComeInTheOrderOfTime() {
    server.answers(RANGE, 200, TWO_STREAMS);

    assertThat(loki.lines("{app=\"demo-api\"}", WINDOW, 10, Direction.FORWARD))
        .extracting(LogLine::line)
        .containsExactly("first", "second", "third");
    assertThat(loki.lines("{app=\"demo-api\"}", WINDOW, 10, Direction.BACKWARD))
        .extracting(LogLine::line)
        .containsExactly("third", "second", "first");
  }

  @Test
  void timesHaveTheirNanoseconds() {
    server.answers(RANGE, 200, TWO_STREAMS);

    assertThat(loki.all("{pod=\"a-1\"}", WINDOW).getFirst())
        .isEqualTo(new LogLine(Map.of("pod", "a-1"), TIME, "first"));
    assertThat(server.asked().getFirst().path())
        .contains("start=1795514400123456789", "end=1795514410123456789", "direction=forward");
  }

  @Test
  void ratesOfAllSeriesAreOneLineOverTime() {
    server.answers(
        RANGE,
        200,
        """
        {"status":"success","data":{"resultType":"matrix","result":[
          {"metric":{"pod":"a-1"},"values":[[1795514400.5,"1.5"],[1795514415.5,"2"]]},
          {"metric":{"pod":"a-2"},"values":[[1795514400.5,"0.25"]]}]}}
        """);

    assertThat(loki.rates("sum(rate({app=\"demo-api\"}[1m]))", WINDOW, Duration.ofSeconds(15)))
        .containsExactly(
            new LineRate(Instant.ofEpochMilli(1795514400500L), 1.75),
            new LineRate(Instant.ofEpochMilli(1795514415500L), 2));
    assertThat(server.asked().getFirst().path()).contains("step=15s");
  }

  @Test
  void linesAreNoRates() {
    server.answers(RANGE, 200, TWO_STREAMS);

    assertThatThrownBy(() -> loki.rates("{app=\"demo-api\"}", WINDOW, Duration.ofSeconds(15)))
        .isInstanceOf(RequestFailed.class)
        .hasMessageContaining("expected numbers, got streams");
  }

  @Test
  void eachQuestionNamesTheOrg() {
    server.answers(RANGE, 200, TWO_STREAMS);
    server.answers("/ready", 200, "ready");

    loki.all("{pod=\"a-1\"}", WINDOW);
    assertThat(loki.ready()).isTrue();

    assertThat(server.asked()).extracting(StubServer.Asked::orgId).containsOnly("tenant-a");
  }

  @Test
  void aRefusalInPlainTextIsShownWithTheQuery() {
    server.answers(RANGE, 400, "parse error at line 1, col 1: syntax error\n");

    assertThatThrownBy(() -> loki.all("{", WINDOW))
        .isInstanceOf(RequestFailed.class)
        .hasMessageContaining("query { as org tenant-a")
        .hasMessageContaining("got 400 from " + server.uri() + RANGE)
        .hasMessageEndingWith("parse error at line 1, col 1: syntax error");
  }

  @Test
  void seriesInPlaceOfLinesIsSaid() {
    server.answers(
        RANGE,
        200,
        "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{}]}}");

    assertThatThrownBy(() -> loki.all("rate({a=\"b\"}[1m])", WINDOW))
        .hasMessageContaining("expected lines, got a matrix");
    assertThat(loki.results("rate({a=\"b\"}[1m])", WINDOW)).isEqualTo(1);
  }

  @Test
  void namesAndValuesOfLabelsAndStreamsAreRead() {
    server.answers("/loki/api/v1/labels", 200, "{\"status\":\"success\",\"data\":[\"app\"]}");
    // Loki leaves the data out where there is none.
    server.answers("/loki/api/v1/label/app/values", 200, "{\"status\":\"success\"}");
    server.answers(
        "/loki/api/v1/series", 200, "{\"status\":\"success\",\"data\":[{\"app\":\"demo-api\"}]}");

    assertThat(loki.labels(WINDOW)).containsExactly("app");
    assertThat(loki.labelValues("app", WINDOW)).isEmpty();
    assertThat(loki.series("{app=~\".+\"}", WINDOW)).containsExactly(Map.of("app", "demo-api"));
  }

  @Test
  void aPushIsPlainJson() {
    server.answers("/loki/api/v1/push", 204, "");

    loki.push(Map.of("app", "writer"), Map.of(TIME.plusNanos(1), "later \"x\"", TIME, "earlier"));

    StubServer.Asked asked = server.asked().getFirst();
    // Loki 2 takes this type and no other.
    assertThat(asked.contentType()).isEqualTo("application/json");
    assertThat(JsonMapper.shared().readTree(asked.body()))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"streams":[{"stream":{"app":"writer"},"values":[
                      ["1795514400123456789","earlier"],["1795514400123456790","later \\"x\\""]]}]}
                    """));
  }

  @Test
  void aRefusedPushIsSaid() {
    server.answers("/loki/api/v1/push", 429, "Ingestion rate limit exceeded");

    assertThatThrownBy(() -> loki.push(Map.of("app", "writer"), Map.of(TIME, "x")))
        .hasMessageContaining("push to {app=writer} as org tenant-a")
        .hasMessageContaining("Ingestion rate limit exceeded");
  }

  @Test
  void expectationsSayWhatWasFound() {
    server.answers(RANGE, 200, TWO_STREAMS);

    assertThat(loki.found("{app=\"demo-api\"}", TIME).look().get())
        .isInstanceOf(Outcome.Satisfied.class);
    assertThat(loki.nothing("{app=\"demo-api\"}", TIME).look().get())
        .isInstanceOf(Outcome.Pending.class)
        .extracting(Outcome::seen)
        .asString()
        .contains("pod=a-1", "first");
  }
}
