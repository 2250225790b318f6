package io.tenantproof.engine;

import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A container engine's HTTP API on loopback that gives prepared answers; what was not prepared is
 * not found.
 */
public final class StubEngine implements AutoCloseable {

  /**
   * A prepared answer.
   *
   * @param status of HTTP
   * @param body as the engine's API writes it
   */
  private record Answer(int status, String body) {}

  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /** Starts it on a free port. */
  public StubEngine() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Prepares the answer to a method and path, as in {@code GET /info}. */
  public StubEngine answers(String request, int status, String body) {
    answers.put(request, new Answer(status, body));
    return this;
  }

  /** The requests so far, each as method and path. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** A client of it. */
  public ContainerEngine client() {
    URI address = URI.create("tcp://127.0.0.1:" + server.getAddress().getPort());
    return new ContainerEngine(
        DockerClientImpl.getInstance(
            DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(address.toString())
                .withDockerTlsVerify(false)
                .build(),
            new ZerodepDockerHttpClient.Builder().dockerHost(address).build()),
        address);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      requests.add(request);
      exchange.getRequestBody().readAllBytes();
      Answer answer = answers.getOrDefault(request, new Answer(404, "{\"message\":\"not found\"}"));
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
