package io.tenantproof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HttpMetricsTest {

  @Test
  void aCallerCannotMakeSeries() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    HttpMetrics metrics = new HttpMetrics(registry, List.of("/"));

    IntStream.range(0, 100).forEach(n -> metrics.refused("METHOD" + n, 400));

    assertThat(registry.find("http.server.requests").counters())
        .singleElement()
        .satisfies(
            counter -> {
              assertThat(counter.count()).isEqualTo(100);
              assertThat(counter.getId().getTag("method")).isEqualTo("other");
              assertThat(counter.getId().getTag("route")).isEqualTo(RouteTable.UNMATCHED);
            });
  }
}
