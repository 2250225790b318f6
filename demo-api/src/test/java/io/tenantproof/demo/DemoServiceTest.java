package io.tenantproof.demo;

import static io.tenantproof.demo.RunningService.header;
import static io.tenantproof.demo.RunningService.json;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DemoServiceTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void stopsInOrder() throws Exception {
    Settings settings = RunningService.settings(LONG, RunningService.delay(Duration.ofMillis(800)));
    try (RunningService service = RunningService.start(settings, Limits.STANDARD)) {
      Thread closing = Thread.ofPlatform().start(service.service()::close);

      // First: not ready, and still serving.
      await()
          .atMost(5, SECONDS)
          .untilAsserted(
              () -> assertThat(service.manage("/health/ready").statusCode()).isEqualTo(503));
      assertThat(json(service.manage("/health/ready").body()).at("/checks/0/data/phase"))
          .hasToString("\"DRAINING\"");
      assertThat(service.manage("/health/live").statusCode()).isEqualTo(200);
      HttpResponse<String> served = service.get("/api/v1/tenant");
      assertThat(served.statusCode()).isEqualTo(200);
      assertThat(header(served, "connection")).isEqualTo("close");

      // Then: the request in flight finishes, and nothing listens any more.
      CompletableFuture<HttpResponse<String>> inFlight = service.getLater("/api/v1/tenant");
      await()
          .atMost(5, SECONDS)
          .pollInterval(Duration.ofMillis(20))
          .untilAsserted(
              () ->
                  assertThat(service.metrics())
                      .contains("http_server_requests_in_flight{route=\"/api/v1/tenant\"} 1.0"));
      closing.interrupt();
      assertThat(inFlight.get(10, SECONDS).statusCode()).isEqualTo(200);
      assertThat(closing.join(Duration.ofSeconds(10))).isTrue();
      assertThatThrownBy(service::connect).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aLastingConnectionDoesNotHoldUpTheEnd() throws Exception {
    try (RunningService service = RunningService.start()) {
      assertThat(header(service.get("/"), "connection")).isEqualTo("keep-alive");

      Thread closing = Thread.ofPlatform().start(service.service()::close);

      assertThat(closing.join(Duration.ofSeconds(5))).isTrue();
    }
  }

  @Test
  void doesNotTakeABodyForARequest() throws Exception {
    String body = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (RunningService service = RunningService.start()) {
      String reply =
          service.exchange(
              "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s"
                  .formatted(body.length(), body));

      assertThat(reply).startsWith("HTTP/1.1 200 OK").containsOnlyOnce("HTTP/1.1 ");
    }
  }

  @Test
  void hangsUpWhenTheCallerWantsIt() throws Exception {
    try (RunningService service = RunningService.start()) {
      String reply =
          service.exchange("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

      assertThat(reply).startsWith("HTTP/1.1 200 OK").endsWith("}");
    }
  }

  @Test
  void saysThatAPortIsTaken() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket taken = new ServerSocket(0, 1, loopback)) {
      Settings settings =
          new Settings(
              RunningService.IDENTITY,
              new Settings.Network(loopback, 0, taken.getLocalPort()),
              Duration.ZERO,
              Settings.Faults.NONE);

      assertThatThrownBy(() -> RunningService.start(settings, Limits.STANDARD))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("port 0 or " + taken.getLocalPort() + " of 127.0.0.1");
    }
  }
}
