package io.tenantproof.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * How one fared that asks fifty times a second, each time by a new connection.
 *
 * @param millis how long the answers took, in order of length
 * @param failed how many there was no answer to, or another one than 200
 */
record NormalCaller(List<Long> millis, int failed) {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(20);

  static NormalCaller ask(int port, Duration time) {
    List<Long> millis = new ArrayList<>();
    int failed = 0;
    long until = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < until) {
      long from = System.nanoTime();
      try {
        if (exchange(port, "/").startsWith("HTTP/1.1 200 ")) {
          millis.add(Duration.ofNanos(System.nanoTime() - from).toMillis());
        } else {
          failed++;
        }
      } catch (IOException e) {
        failed++;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return new NormalCaller(millis.stream().sorted().toList(), failed);
  }

  /** The lines of a metric. */
  static String metric(int port, String name) {
    try (InputStream metrics =
        URI.create("http://127.0.0.1:%d/metrics".formatted(port)).toURL().openStream()) {
      String text = new String(metrics.readAllBytes(), StandardCharsets.UTF_8);
      return String.join(", ", text.lines().filter(line -> line.startsWith(name)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String exchange(int port, String path) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
      String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private long percentile(int percent) {
    return millis.isEmpty() ? -1 : millis.get((millis.size() - 1) * percent / 100);
  }

  @Override
  public String toString() {
    return "%,d answers, p50 %d ms, p99 %d ms, %d failed"
        .formatted(millis.size(), percentile(50), percentile(99), failed);
  }
}
