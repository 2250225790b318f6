package io.tenantproof.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.http.RequestFailed;
import io.tenantproof.http.StubServer;
import io.tenantproof.wait.Outcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrometheusTest {

  private static final String TARGETS =
      """
      {"status":"success","data":{
        "activeTargets":[
          {"labels":{"job":"demo-api","tenant":"tenant-a","pod":"a-1"},
           "discoveredLabels":{"__address__":"10.42.0.7:8081"},
           "scrapePool":"serviceMonitor/tenant-a/demo-api/0","health":"up","lastError":"",
           "lastScrape":"2026-11-24T10:00:00.1Z"},
          {"labels":{"job":"bomb","tenant":"tenant-a","pod":"a-9"},"discoveredLabels":{},
           "scrapePool":"serviceMonitor/tenant-a/bomb/0","health":"down",
           "lastError":"sample limit exceeded"}],
        "droppedTargets":[{"discoveredLabels":{"__address__":"10.42.0.8:80"}}]}}
      """;

  private final StubServer server = new StubServer();
  private final Prometheus prometheus = Prometheus.at(server.uri());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aQueryGivesLabelsValueAndTime() {
    answer(
        "query",
        """
        {"status":"success","data":{"resultType":"vector","result":[
          {"metric":{"__name__":"up","tenant":"tenant-a"},"value":[1435781451.781,"1"]},
          {"metric":{},"value":[1435781451,"+Inf"]},
          {"metric":{},"value":[1435781451,"NaN"]}]}}
        """);

    List<Sample> samples = prometheus.query("up{tenant=\"tenant-a\"} > 0");

    assertThat(samples.getFirst())
        .isEqualTo(
            new Sample(
                Map.of("__name__", "up", "tenant", "tenant-a"),
                1,
                Instant.parse("2015-07-01T20:10:51.781Z")));
    assertThat(samples.get(1).value()).isInfinite();
    assertThat(samples.get(2).value()).isNaN();
    assertThat(server.asked().getFirst().path()).contains("query=up{tenant=\"tenant-a\"} > 0");
  }

  @Test
  void aScalarIsASampleWithoutLabels() {
    answer("query", "{'status':'success','data':{'resultType':'scalar','result':[1,'2.5']}}");

    assertThat(prometheus.query("2.5"))
        .containsExactly(new Sample(Map.of(), 2.5, Instant.ofEpochSecond(1)));
  }

  @Test
  void aRangeGivesPointsOldestFirst() {
    answer(
        "query_range",
        """
        {"status":"success","data":{"resultType":"matrix","result":[
          {"metric":{"job":"loki"},"values":[[10,"1"],[25.5,"2"]]}]}}
        """);

    List<TimeSeries> series =
        prometheus.range("x", Instant.EPOCH, Instant.ofEpochSecond(30), Duration.ofMillis(15_500));

    assertThat(series)
        .containsExactly(
            new TimeSeries(
                Map.of("job", "loki"),
                List.of(
                    new TimeSeries.Point(Instant.ofEpochSecond(10), 1),
                    new TimeSeries.Point(Instant.ofEpochMilli(25_500), 2))));
    assertThat(server.asked().getFirst().path())
        .contains("start=1970-01-01T00:00:00Z", "end=1970-01-01T00:00:30Z", "step=15.5");
  }

  @Test
  void aRefusedQueryIsShownWithTheAnswerAndTheAddress() {
    server.answers(
        "/api/v1/query",
        400,
        "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"unclosed left"
            + " parenthesis\"}");

    assertThatThrownBy(() -> prometheus.query("rate(x"))
        .isInstanceOfSatisfying(
            RequestFailed.class, failure -> assertThat(failure.status()).isEqualTo(400))
        .hasMessageContaining("query rate(x")
        .hasMessageContaining("bad_data: unclosed left parenthesis")
        .hasMessageContaining(server.uri() + "/api/v1/query");
  }

  @Test
  void anAnswerThatIsNoJsonIsShown() {
    server.answers("/api/v1/targets", 503, "Service Unavailable");

    assertThatThrownBy(prometheus::targets)
        .isInstanceOf(RequestFailed.class)
        .hasMessageContaining("got 503")
        .hasMessageContaining("Service Unavailable");
  }

  @Test
  void nobodyThereIsSaidWithTheAddress() {
    Prometheus nobody = Prometheus.at(URI.create("http://127.0.0.1:1"));

    assertThatThrownBy(() -> nobody.query("up"))
        .isInstanceOf(RequestFailed.class)
        .hasMessageContaining("query up")
        .hasMessageContaining("http://127.0.0.1:1/api/v1/query");
  }

  @Test
  void targetsAreToldByTenantAndByMonitor() {
    answer("targets", TARGETS);

    Targets targets = prometheus.targets();

    assertThat(targets.of("demo-api", "tenant-a")).singleElement().matches(ScrapeTarget::up);
    assertThat(targets.of("demo-api", "tenant-b")).isEmpty();
    assertThat(targets.ofMonitor("tenant-a", "bomb"))
        .singleElement()
        .hasToString(
            "serviceMonitor/tenant-a/bomb/0 {job=bomb, pod=a-9, tenant=tenant-a}"
                + " is down: sample limit exceeded");
    assertThat(targets.dropped()).singleElement().hasToString(" 10.42.0.8:80 is dropped");
  }

  @Test
  void targetsAreUpWhenEachPodIsOneAndNoOther() {
    answer("targets", TARGETS);

    assertThat(look(List.of("a-1"))).isInstanceOf(Outcome.Satisfied.class);
    assertThat(look(List.of("a-1", "a-2"))).isInstanceOf(Outcome.Pending.class);
    assertThat(look(List.of("a-2"))).isInstanceOf(Outcome.Pending.class);
  }

  @Test
  void rulesCarryTheirGroup() {
    answer(
        "rules",
        """
        {"status":"success","data":{"groups":[{"name":"tenants","rules":[
          {"name":"TargetDown","type":"alerting","query":"up == 0","health":"ok","state":"inactive"}]}]}}
        """);

    assertThat(prometheus.rules())
        .containsExactly(
            new Rule("tenants", "TargetDown", "alerting", "up == 0", "ok", "", "inactive"));
  }

  @Test
  void valuesOfALabelBuildAndReadinessAreRead() {
    answer("label/tenant/values", "{'status':'success','data':['tenant-a','tenant-b']}");
    answer("status/buildinfo", "{'status':'success','data':{'version':'3.16.0'}}");
    server.answers("/-/ready", 200, "Prometheus Server is Ready.");

    assertThat(prometheus.labelValues("tenant")).containsExactly("tenant-a", "tenant-b");
    assertThat(prometheus.buildInfo()).containsEntry("version", "3.16.0");
    assertThat(prometheus.ready()).isTrue();
  }

  private Outcome look(List<String> pods) {
    return prometheus.targetsUp("demo-api", "tenant-a", pods).look().get();
  }

  private void answer(String path, String body) {
    server.answers("/api/v1/" + path, 200, body.replace('\'', '"'));
  }
}
