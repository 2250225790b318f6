package io.tenantproof.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server on loopback that answers what it was told to, and remembers what it was asked. */
public final class StubServer implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Map<String, Queue<Answer>> once = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private record Answer(int status, String body, Map<String, String> headers) {}

  /**
   * A request that came.
   *
   * @param method of HTTP
   * @param path with its query, decoded
   * @param orgId the header X-Scope-OrgID; empty where there was none
   * @param contentType the header; empty where there was none
   * @param body as text
   * @param authorization the header of that name or Private-Token; empty where there was none
   */
  public record Asked(
      String method,
      String path,
      String orgId,
      String contentType,
      String body,
      String authorization) {}

  /** Starts one on a free port. */
  public StubServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** Its address. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What it answers for a path, as it comes over the wire, from now on. */
  public StubServer answers(String path, int status, String body) {
    answers.put(path, new Answer(status, body, Map.of()));
    return this;
  }

  /** What it answers once for a method and a path, before all that it answers for the path. */
  public StubServer answersOnce(
      String method, String path, int status, String body, Map<String, String> headers) {
    once.computeIfAbsent(method + " " + path, key -> new ConcurrentLinkedQueue<>())
        .add(new Answer(status, body, headers));
    return this;
  }

  /** What it was asked, in order. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String query = exchange.getRequestURI().getRawQuery();
      asked.add(
          new Asked(
              exchange.getRequestMethod(),
              query == null ? path : path + "?" + URLDecoder.decode(query, StandardCharsets.UTF_8),
              header(exchange, "X-Scope-OrgID"),
              header(exchange, "Content-Type"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
              header(exchange, "Authorization") + header(exchange, "Private-Token")));
      Answer answer = next(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer next(String method, String path) {
    return Optional.ofNullable(once.get(method + " " + path))
        .flatMap(queue -> Optional.ofNullable(queue.poll()))
        .or(() -> Optional.ofNullable(answers.get(path)))
        .orElse(new Answer(404, "no such path", Map.of()));
  }

  private static String header(HttpExchange exchange, String name) {
    List<String> values = exchange.getRequestHeaders().get(name);
    return values == null ? "" : String.join(",", values);
  }
}
