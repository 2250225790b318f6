package io.tenantproof.vector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewSpec;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** An API server on loopback that has resources and grants what it is told to. */
final class StubApiServer implements AutoCloseable {

  private static final String REVIEWS = "/apis/authorization.k8s.io/v1/subjectaccessreviews";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, String> lists = new ConcurrentHashMap<>();
  private final Predicate<SubjectAccessReviewSpec> grants;

  StubApiServer(Predicate<SubjectAccessReviewSpec> grants) {
    this.grants = grants;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** What it answers to a GET from now on. */
  StubApiServer lists(String path, String json) {
    lists.put(path, json);
    return this;
  }

  KubernetesClient client() {
    return new KubernetesClientBuilder()
        .withConfig(
            new ConfigBuilder(Config.empty())
                .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                .withRequestRetryBackoffLimit(0)
                .build())
        .build();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body =
          path.equals(REVIEWS)
              ? reviewed(exchange.getRequestBody().readAllBytes())
              : lists.getOrDefault(path, "");
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(
          bytes.length == 0 ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private String reviewed(byte[] asked) {
    SubjectAccessReview review =
        Serialization.unmarshal(
            new String(asked, StandardCharsets.UTF_8), SubjectAccessReview.class);
    return Serialization.asJson(
        new SubjectAccessReviewBuilder(review)
            .withNewStatus()
            .withAllowed(grants.test(review.getSpec()))
            .endStatus()
            .build());
  }
}
