package io.tenantproof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowHeadersGuardTest {

  private final RunningService service =
      RunningService.start(
          RunningService.settings(Duration.ZERO, RunningService.delay(Duration.ofMillis(700))),
          impatient());

  private static Limits impatient() {
    Limits standard = Limits.STANDARD;
    return new Limits(
        standard.bodyBytes(),
        standard.headerBytes(),
        standard.requestLineBytes(),
        standard.connections(),
        standard.requests(),
        Duration.ofMillis(300),
        Duration.ofMillis(500),
        Duration.ofMillis(100),
        standard.finish());
  }

  @AfterAll
  void stop() {
    service.close();
  }

  /** Reads until the service hangs up; a reset is as good as an end. */
  private static void awaitHangUp(Socket socket) throws Exception {
    try {
      assertThat(socket.getInputStream().readAllBytes()).asString().doesNotContain("200 OK");
    } catch (SocketException e) {
      assertThat(e).hasMessageContaining("reset");
    }
  }

  @Test
  void hangsUpOnSlowHeaders() throws Exception {
    try (Socket socket = service.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write("GET / HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));

      awaitHangUp(socket);
    }
  }

  @Test
  void hangsUpOnSilence() throws Exception {
    try (CapturedLog log = CapturedLog.start();
        Socket socket = service.connect()) {
      awaitHangUp(socket);

      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void leavesASlowAnswerAlone() throws Exception {
    assertThat(service.get("/").statusCode()).isEqualTo(200);
  }
}
