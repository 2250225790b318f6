package io.tenantproof.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A cluster whose API is a server on loopback: it has what it was told, and no other object. */
public final class StubCluster implements AutoCloseable {

  private static final String EMPTY = "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": []}";

  private final HttpServer server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();

  /** One that has nothing. */
  public StubCluster() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** What it answers to a GET of a path; a list that it was not told of is empty. */
  public StubCluster answers(String path, String json) {
    answers.put(path, json);
    return this;
  }

  /** The cluster, called "stub". */
  public Cluster cluster() {
    return new Cluster(
        "stub",
        Path.of("kubeconfig"),
        new KubernetesClientBuilder()
            .withConfig(
                new ConfigBuilder(Config.empty())
                    .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                    .withRequestRetryBackoffLimit(0)
                    .build())
            .build(),
        Optional.empty());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
      String body =
          Optional.ofNullable(answers.get(path + "?" + query))
              .or(() -> Optional.ofNullable(answers.get(path)))
              .orElse(isList(path) ? EMPTY : "");
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(
          bytes.length == 0 ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  // Names of kinds are plural, and no object of these tests is called like that.
  private static boolean isList(String path) {
    return path.matches(".*/[a-z]+(s|es)");
  }
}
