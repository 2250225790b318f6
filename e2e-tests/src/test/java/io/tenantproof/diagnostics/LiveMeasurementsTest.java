package io.tenantproof.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.loki.Loki;
import io.tenantproof.prometheus.Prometheus;
import io.tenantproof.run.Measurements;
import io.tenantproof.run.Series;
import io.tenantproof.run.Series.Measure;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveMeasurementsTest {

  private static final Instant TIME = Instant.ofEpochSecond(1_795_514_400);

  private final StubApi api = new StubApi();

  @AfterEach
  void stop() {
    api.close();
  }

  private Measurements gather() {
    return new LiveMeasurements(
            () -> Prometheus.at(api.uri()),
            org -> Loki.at(api.uri(), org),
            List.of("tenant-a"),
            Clock.systemUTC().instant().minusSeconds(60))
        .gather();
  }

  @Test
  void aPointIsANumberOfATenant() {
    api.answers(
            "/api/v1/query_range",
            """
            {"status":"success","data":{"resultType":"matrix","result":[
              {"metric":{"tenant":"tenant-b"},"values":[[1795514400,"1.5"]]},
              {"metric":{},"values":[[1795514400,"7"]]},
              {"metric":{"tenant":"tenant-a"},"values":[[1795514400,"NaN"],[1795514415,"2"]]}]}}
            """)
        .answers(
            "/loki/api/v1/query_range",
            """
            {"status":"success","data":{"resultType":"matrix","result":[
              {"metric":{},"values":[[1795514400,"3"]]}]}}
            """);

    Measurements found = gather();

    assertThat(found.missing()).isEmpty();
    assertThat(found.series())
        .contains(
            new Series(
                Measure.REQUESTS, "tenant-a", List.of(new Series.Point(TIME.plusSeconds(15), 2))),
            new Series(Measure.LATENCY, "tenant-b", List.of(new Series.Point(TIME, 1.5))))
        .hasSize(5);
  }

  @Test
  void whereThereWasNoLineThereWereNoneASecond() {
    Instant begin = Clock.systemUTC().instant().minusSeconds(60);
    api.answers(
        "/loki/api/v1/query_range",
        """
        {"status":"success","data":{"resultType":"matrix","result":[
          {"metric":{},"values":[[%d,"3"]]}]}}
        """
            .formatted(begin.plusSeconds(30).getEpochSecond()));

    Series lines = gather().series().getFirst();

    assertThat(lines.measure()).isEqualTo(Measure.LINES);
    assertThat(lines.points()).extracting(Series.Point::value).containsSubsequence(0.0, 3.0, 0.0);
    assertThat(lines.points()).isSortedAccordingTo(Comparator.comparing(Series.Point::time));
  }

  @Test
  void whatDoesNotAnswerIsSaid() {
    Measurements found = gather();

    assertThat(found.series()).isEmpty();
    assertThat(found.missing())
        .hasSize(3)
        .allMatch(one -> one.contains("404"))
        .anyMatch(one -> one.startsWith("log lines of tenant-a: "));
  }
}
