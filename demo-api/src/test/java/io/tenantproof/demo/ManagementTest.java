package io.tenantproof.demo;

import static io.tenantproof.demo.RunningService.header;
import static io.tenantproof.demo.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManagementTest {

  private final RunningService service = RunningService.start();

  @AfterAll
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({"live, process", "ready, requests", "started, start"})
  void isWellOnceStarted(String probe, String check) throws Exception {
    HttpResponse<String> response = service.manage("/health/" + probe);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response.body()).path("status").asString()).isEqualTo("UP");
    assertThat(json(response.body()).at("/checks/0/name").asString()).isEqualTo(check);
  }

  @Test
  void isNotReadyOnOrder() throws Exception {
    Settings.Faults unready = new Settings.Faults(Duration.ZERO, 0, true, Optional.empty());
    try (RunningService ordered = RunningService.start(unready)) {
      HttpResponse<String> ready = ordered.manage("/health/ready");

      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(json(ready.body()).at("/checks/0/data/fault-unready").asBoolean()).isTrue();
      assertThat(ordered.manage("/health/live").statusCode()).isEqualTo(200);
      assertThat(ordered.manage("/health/started").statusCode()).isEqualTo(200);
      assertThat(ordered.get("/api/v1/tenant").statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v1/tenant", "/nothing"})
  void servesNothingElse(String path) throws Exception {
    HttpResponse<String> response = service.manage(path);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(header(response, "content-type")).isEqualTo("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/health", "/health/ready"})
  void isNotReachableThroughTheApi(String path) throws Exception {
    assertThat(service.get(path).statusCode()).isEqualTo(404);
  }
}
