package io.tenantproof.demo;

import static io.tenantproof.demo.RunningService.header;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RequestFilterTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

  private static JsonNode onlyRequest(CapturedLog log) {
    List<JsonNode> requests =
        await().atMost(5, SECONDS).until(log::requests, lines -> !lines.isEmpty());
    assertThat(requests).hasSize(1);
    return requests.getFirst();
  }

  @Test
  void takesOverTheCallersTraceAndName() throws Exception {
    try (RunningService service = RunningService.start()) {
      HttpResponse<String> response =
          service.get("/", "traceparent", TRACEPARENT, "x-request-id", "checkout-42");

      assertThat(header(response, "traceresponse"))
          .matches("00-" + TRACE + "-[0-9a-f]{16}-01")
          .doesNotContain("00f067aa0ba902b7");
      assertThat(header(response, "x-request-id")).isEqualTo("checkout-42");
    }
  }

  @Test
  void makesThemWhenThereAreNone() throws Exception {
    try (RunningService service = RunningService.start()) {
      HttpResponse<String> one = service.get("/");
      HttpResponse<String> other = service.get("/nothing");

      assertThat(header(one, "traceresponse")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
      assertThat(header(other, "traceresponse")).isNotEqualTo(header(one, "traceresponse"));
      assertThat(header(other, "x-request-id"))
          .isNotEmpty()
          .isNotEqualTo(header(one, "x-request-id"));
    }
  }

  @Test
  void logsOneLineForARequest() throws Exception {
    try (CapturedLog log = CapturedLog.start();
        RunningService service = RunningService.start()) {
      Instant before = Instant.now().minusSeconds(1);
      service.get(
          "/api/v1/tenant?secret=1", "traceparent", TRACEPARENT, "x-request-id", "checkout-42");

      JsonNode line = onlyRequest(log);

      assertThat(Instant.parse(line.path("time").asString())).isBetween(before, Instant.now());
      assertThat(line.path("level").asString()).isEqualTo("INFO");
      assertThat(line.path("logger").asString()).isEqualTo("io.tenantproof.demo.request");
      assertThat(line.path("message").asString()).isEqualTo("GET /api/v1/tenant 200");
      assertThat(line.path("tenant").asString()).isEqualTo("tenant-a");
      assertThat(line.path("environment").asString()).isEqualTo("test");
      assertThat(line.path("app").asString()).isEqualTo("demo-api");
      assertThat(line.path("version").asString()).isEqualTo("1.2.3");
      assertThat(line.path("trace_id").asString()).isEqualTo(TRACE);
      assertThat(line.path("request_id").asString()).isEqualTo("checkout-42");
      assertThat(line.path("method").asString()).isEqualTo("GET");
      assertThat(line.path("path").asString()).isEqualTo("/api/v1/tenant");
      assertThat(line.path("route").asString()).isEqualTo("/api/v1/tenant");
      assertThat(line.path("status").asInt()).isEqualTo(200);
      assertThat(line.path("duration_ms").isNumber()).isTrue();
      assertThat(line.toString()).doesNotContain("secret");
    }
  }

  @Test
  void logsAFailureAsAnErrorWithItsReason() throws Exception {
    Settings.Faults failing = new Settings.Faults(Duration.ZERO, 1, false, Optional.empty());
    try (CapturedLog log = CapturedLog.start();
        RunningService service = RunningService.start(failing)) {
      service.get("/");

      JsonNode line = onlyRequest(log);

      assertThat(line.path("level").asString()).isEqualTo("ERROR");
      assertThat(line.path("status").asInt()).isEqualTo(500);
      assertThat(line.path("exception").asString()).contains("fault-error-rate");
    }
  }

  @Test
  void logsEventsWithTheSameIdentity() throws Exception {
    try (CapturedLog log = CapturedLog.start()) {
      RunningService.start().close();

      assertThat(log.lines()).extracting(line -> line.path("message").asString()).hasSize(2);
      assertThat(log.lines())
          .allSatisfy(
              line -> {
                assertThat(line.path("tenant").asString()).isEqualTo("tenant-a");
                assertThat(line.has("trace_id")).isFalse();
              });
    }
  }
}
