package io.tenantproof.demo;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallerGuardTest {

  private static final String GET = "GET /openapi HTTP/1.1\r\nHost: localhost\r\n\r\n";

  @Test
  void hangsUpOnThoseThatDoNotGoOn() throws Exception {
    List<String> begun =
        List.of(
            "",
            "GE",
            "GET / HTTP/1.1\r\nHost: loc",
            "GET / HTTP/1.1\r\nHost: localhost\r\nX: 1\r\n",
            "\u0016\u0003\u0001\u0002");
    List<Socket> sockets = new ArrayList<>();
    try (CapturedLog log = CapturedLog.start();
        RunningService service = service(8)) {
      int started = log.lines().size();
      for (String text : begun) {
        sockets.add(service.connect());
        write(sockets.getLast(), text);
      }

      for (Socket socket : sockets) {
        awaitHangUp(socket);
        socket.close();
      }
      await().atMost(5, SECONDS).until(() -> connections(service) == 0);
      assertThat(log.lines()).hasSize(started);
    }
  }

  @Test
  void answersOneThatSendsABodyForEverAndHangsUp() throws Exception {
    try (RunningService service = service(8);
        Socket socket = service.connect()) {
      write(socket, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000\r\n\r\nslow");

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 405 ");
    }
  }

  @Test
  void hangsUpOnOneThatSendsAHeaderNowAndThen() throws Exception {
    try (RunningService service = service(8);
        Socket socket = service.connect()) {
      write(socket, "GET / HTTP/1.1\r\n");

      await()
          .atMost(5, SECONDS)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !canWrite(socket, "X: 1\r\n"));
    }
  }

  @Test
  void hangsUpOnOneThatDoesNotReadItsAnswers() throws Exception {
    try (CapturedLog log = CapturedLog.start();
        RunningService service = service(8);
        SocketChannel deaf = SocketChannel.open()) {
      deaf.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
      deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()));
      deaf.configureBlocking(false);
      var _ = deaf.write(ByteBuffer.wrap(GET.repeat(300).getBytes(StandardCharsets.US_ASCII)));

      await().atMost(5, SECONDS).until(() -> connections(service) == 1);
      await().atMost(5, SECONDS).until(() -> connections(service) == 0);
      assertThat(log.lines())
          .allSatisfy(line -> assertThat(line.path("level").asString()).isEqualTo("INFO"))
          .noneSatisfy(line -> assertThat(line.has("exception")).isTrue());
    }
  }

  @Test
  void leavesASlowAnswerAlone() throws Exception {
    Settings slow =
        RunningService.settings(Duration.ZERO, RunningService.delay(Duration.ofMillis(700)));
    try (RunningService service = RunningService.start(slow, ShortLimits.of(8, 8))) {
      assertThat(service.get("/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whoComesWhenAllPlacesAreTakenGetsThatOfTheMostSilent() throws Exception {
    List<Socket> silent = new ArrayList<>();
    Limits patient =
        new Limits(
            16_384,
            16_384,
            4_096,
            4,
            100,
            16_384,
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));
    try (RunningService service =
        RunningService.start(
            RunningService.settings(Duration.ZERO, Settings.Faults.NONE), patient)) {
      for (int n = 1; n <= 4; n++) {
        Socket socket = service.connect();
        silent.add(socket);
        write(socket, n % 2 == 0 ? "GET / HTTP/1.1\r\nHost: loc" : "");
        int count = n;
        await().atMost(5, SECONDS).until(() -> connections(service) == count);
      }

      assertThat(service.get("/").statusCode()).isEqualTo(200);

      awaitHangUp(silent.getFirst());
      assertThat(canWrite(silent.getLast(), "alhost\r\n\r\n")).isTrue();
      assertThat(silent.getLast().getInputStream().read()).isEqualTo('H');
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  private static RunningService service(int connections) {
    return RunningService.start(
        RunningService.settings(Duration.ZERO, Settings.Faults.NONE),
        ShortLimits.of(connections, 100));
  }

  private static int connections(RunningService service) throws Exception {
    String name = "http_server_connections{port=\"api\"} ";
    return service
        .metrics()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToInt(line -> (int) Double.parseDouble(line.substring(name.length())))
        .sum();
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static boolean canWrite(Socket socket, String text) {
    try {
      write(socket, text);
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  /** Reads until the service hangs up; a reset is as good as an end. */
  private static void awaitHangUp(Socket socket) throws IOException {
    try {
      assertThat(socket.getInputStream().readAllBytes()).asString().doesNotContain("200 OK");
    } catch (SocketException e) {
      assertThat(e).hasMessageContaining("reset");
    }
  }
}
