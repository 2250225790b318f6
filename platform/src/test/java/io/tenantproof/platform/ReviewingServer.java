package io.tenantproof.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributes;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** An API server on loopback that knows its user and grants what it is told to. */
final class ReviewingServer implements AutoCloseable {

  private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
  private static final String USER = "/apis/authentication.k8s.io/v1/selfsubjectreviews";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final String user;
  private final Predicate<ResourceAttributes> grants;

  /** One for a user; an empty name is one that it does not say. */
  ReviewingServer(String user, Predicate<ResourceAttributes> grants) {
    this.user = user;
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

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  KubernetesClient client() {
    return new KubernetesClientBuilder()
        .withConfig(
            new ConfigBuilder(Config.empty())
                .withMasterUrl(uri().toString())
                .withRequestRetryBackoffLimit(0)
                .build())
        .build();
  }

  /** Method and path of each request. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      asked.add(exchange.getRequestMethod() + " " + path);
      String said = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      byte[] body = answer(path, said).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(
          body.length == 0 ? 404 : 201, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String answer(String path, String said) {
    if (path.equals(REVIEWS)) {
      SelfSubjectAccessReview review = Serialization.unmarshal(said, SelfSubjectAccessReview.class);
      return Serialization.asJson(
          new SelfSubjectAccessReviewBuilder(review)
              .withNewStatus()
              .withAllowed(grants.test(review.getSpec().getResourceAttributes()))
              .endStatus()
              .build());
    }
    return path.equals(USER) && !user.isEmpty()
        ? """
        {"kind": "SelfSubjectReview", "apiVersion": "authentication.k8s.io/v1",
         "status": {"userInfo": {"username": "%s"}}}\
        """
            .formatted(user)
        : "";
  }
}
