package io.tenantproof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultHandlerTest {

  @Test
  void delaysTheApiOnOrderButNoProbe() throws Exception {
    Duration delay = Duration.ofMillis(400);
    try (RunningService service = RunningService.start(RunningService.delay(delay))) {
      long begun = System.nanoTime();
      assertThat(service.get("/api/v1/tenant").statusCode()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(delay);

      assertThat(service.manage("/health/live").statusCode()).isEqualTo(200);
      assertThat(service.metrics())
          .contains(
              "http_server_request_duration_seconds_bucket"
                  + "{method=\"GET\",route=\"/api/v1/tenant\",status=\"200\",le=\"0.25\"} 0");
    }
  }

  @Test
  void failsAllRequestsOnOrderButNoProbe() throws Exception {
    try (RunningService service = RunningService.start(errors(1))) {
      assertThat(service.get("/").statusCode()).isEqualTo(500);
      assertThat(service.get("/api/v1/tenant").body()).contains("fault-error-rate");
      assertThat(service.manage("/health/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void failsTheOrderedShareOfRequests() throws Exception {
    int failed = 0;
    try (RunningService service = RunningService.start(errors(0.5))) {
      for (int n = 0; n < 200; n++) {
        failed += service.get("/api/v1/tenant").statusCode() == 500 ? 1 : 0;
      }
    }
    // Six standard deviations: wrong once in half a billion runs.
    assertThat(failed).isBetween(58, 142);
  }

  private static Settings.Faults errors(double rate) {
    return new Settings.Faults(Duration.ZERO, rate, false, Optional.empty());
  }
}
