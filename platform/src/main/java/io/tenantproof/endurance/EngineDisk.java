package io.tenantproof.endurance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How much disk an engine uses, as {@code docker system df} says it. The client library has no
 * method for that question, and no way to ask one of one's own.
 *
 * @param address where the engine listens
 */
record EngineDisk(URI address) implements Meter {

  // It adds up the files of all volumes.
  private static final Duration ANSWER = Duration.ofMinutes(2);

  // In HTTP/1.0 an answer is what comes until the connection ends.
  private static final String QUESTION =
      "GET /system/df HTTP/1.0\r\nHost: localhost\r\nAccept: application/json\r\n\r\n";
  private static final String GOOD = "HTTP/1\\.[01] 200 .*";
  private static final String BODY = "\r\n\r\n";

  /**
   * Images, what containers have written, volumes and build cache.
   *
   * @throws IllegalStateException when the engine does not tell
   */
  @Override
  public Map<Gauge, Reading> read() {
    String answer = answer();
    int body = answer.indexOf(BODY);
    String status = answer.lines().findFirst().orElse("nothing");
    if (body < 0 || !status.matches(GOOD)) {
      throw new IllegalStateException(
          "expected 200 of /system/df at %s, found %s".formatted(address, status));
    }
    return Map.of(
        Gauge.ENGINE_DISK,
        Reading.of(sum(JsonMapper.shared().readTree(answer.substring(body + BODY.length())))));
  }

  private String answer() {
    try (SocketChannel channel = SocketChannel.open(socket())) {
      FutureTask<String> exchange = new FutureTask<>(() -> exchange(channel));
      Thread.ofVirtual().start(exchange);
      return exchange.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(address + " can't be asked", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "no answer of /system/df at %s within %d s".formatted(address, ANSWER.toSeconds()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the engine was asked", e);
    }
  }

  private static String exchange(SocketChannel channel) throws IOException {
    ByteBuffer question = ByteBuffer.wrap(QUESTION.getBytes(StandardCharsets.US_ASCII));
    while (question.hasRemaining()) {
      channel.write(question);
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    Channels.newInputStream(channel).transferTo(answer);
    return answer.toString(StandardCharsets.UTF_8);
  }

  private SocketAddress socket() {
    return switch (address.getScheme()) {
      case "unix" -> UnixDomainSocketAddress.of(address.getPath());
      case "tcp" -> new InetSocketAddress(address.getHost(), address.getPort());
      default -> throw new IllegalStateException("there is no way to " + address);
    };
  }

  // From API 1.52 on there are totals (docs.docker.com/reference/api/engine/version-history),
  // before that the parts.
  private static long sum(JsonNode document) {
    if (!document.has("LayersSize")) {
      return sum(document, "/TotalSize");
    }
    return document.path("LayersSize").asLong(0)
        + sum(document.path("Containers"), "/SizeRw")
        + sum(document.path("Volumes"), "/UsageData/Size")
        + sum(document.path("BuildCache"), "/Size");
  }

  // What the engine does not know is -1 or left out.
  private static long sum(JsonNode parts, String size) {
    return parts.valueStream().mapToLong(part -> Math.max(0, part.at(size).asLong(0))).sum();
  }
}
