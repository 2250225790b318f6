package io.tenantproof.demo;

import static io.tenantproof.demo.RunningService.json;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalHandlerTest {

  private static final String HOST = "Host: localhost\r\n";

  private final RunningService service = RunningService.start();

  @AfterAll
  void stop() {
    service.close();
  }

  private static JsonNode problem(String reply, int status) {
    assertThat(reply).startsWith("HTTP/1.1 " + status + " ");
    assertThat(reply).containsIgnoringCase("content-type: application/problem+json\r\n");
    assertThat(reply).containsIgnoringCase("connection: close\r\n");
    JsonNode problem = json(reply.substring(reply.indexOf("\r\n\r\n")));
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("requestId").asString()).isNotBlank();
    return problem;
  }

  @Test
  void refusesALargeBody() throws Exception {
    String reply = service.exchange("POST / HTTP/1.1\r\n" + HOST + "Content-Length: 16385\r\n\r\n");

    assertThat(problem(reply, 413).path("detail").asString()).contains("too large");
  }

  @Test
  void refusesALongRequestLine() throws Exception {
    String reply = service.exchange("GET /" + "x".repeat(4_096) + " HTTP/1.1\r\n" + HOST + "\r\n");

    assertThat(problem(reply, 414).path("detail").asString()).contains("too long");
  }

  @Test
  void refusesLargeHeaders() throws Exception {
    String reply =
        service.exchange(
            "GET / HTTP/1.1\r\n" + HOST + "X-Large: " + "x".repeat(16_384) + "\r\n\r\n");

    assertThat(problem(reply, 400).path("detail").asString()).contains("headers are too large");
  }

  @Test
  void refusesBrokenHttpWithoutRepeatingIt() throws Exception {
    String reply = service.exchange("GET / HTTP/1.1\r\nHo<script>st\r\n\r\n");

    problem(reply, 400);
    assertThat(reply).doesNotContain("script");
  }

  @Test
  void refusesMoreThanItCanServe() throws Exception {
    Limits narrow = ShortLimits.of(Limits.STANDARD.connections(), 1);
    Settings slow =
        RunningService.settings(Duration.ZERO, RunningService.delay(Duration.ofSeconds(1)));
    try (RunningService busy = RunningService.start(slow, narrow)) {
      var first = busy.getLater("/api/v1/tenant");
      await()
          .atMost(5, SECONDS)
          .pollInterval(Duration.ofMillis(20))
          .untilAsserted(
              () ->
                  assertThat(busy.metrics())
                      .contains("http_server_requests_in_flight{route=\"/api/v1/tenant\"} 1.0"));

      String reply = busy.exchange("GET / HTTP/1.1\r\n" + HOST + "\r\n");

      assertThat(problem(reply, 503).path("detail").asString()).contains("Try again");
      assertThat(reply).containsIgnoringCase("retry-after: 1\r\n");
      assertThat(first.get(10, SECONDS).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void countsAndLogsWhatItRefuses() throws Exception {
    try (CapturedLog log = CapturedLog.start();
        RunningService fresh = RunningService.start()) {
      fresh.exchange("POST / HTTP/1.1\r\n" + HOST + "Content-Length: 16385\r\n\r\n");

      await().atMost(5, SECONDS).until(() -> log.requests().size() == 1);
      assertThat(log.requests().getFirst().path("status").asInt()).isEqualTo(413);
      assertThat(log.requests().getFirst().path("request_id").asString()).isNotBlank();
      assertThat(fresh.metrics())
          .contains(
              "http_server_requests_total{method=\"POST\",route=\"unmatched\",status=\"413\"} 1.0");
    }
  }
}
