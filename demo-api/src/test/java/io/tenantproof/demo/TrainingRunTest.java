package io.tenantproof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingRunTest {

  @Test
  void asksForEverythingAndStops() throws Exception {
    try (JavaProcess training = JavaProcess.start(TrainingRun.class, Map.of())) {
      assertThat(training.exitCode()).as(training.errors()).isZero();
      assertThat(training.lines())
          .extracting(line -> line.path("message").asString())
          .contains("GET / 200", "GET /api/v1/tenant 200", "GET /openapi 200")
          .endsWith("stopped");
    }
  }
}
