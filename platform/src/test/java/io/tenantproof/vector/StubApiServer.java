package io.tenantproof.vector;

import com.sun.net.httpserver.HttpExchange;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectAccessReviewSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.tenantproof.cluster.LoopbackApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** An API server on loopback that has resources and grants what it is told to. */
final class StubApiServer implements AutoCloseable {

  private static final String REVIEWS = "/apis/authorization.k8s.io/v1/subjectaccessreviews";

  private final LoopbackApi api;
  private final Map<String, String> lists = new ConcurrentHashMap<>();
  private final Predicate<SubjectAccessReviewSpec> grants;

  StubApiServer(Predicate<SubjectAccessReviewSpec> grants) {
    this.grants = grants;
    this.api = new LoopbackApi(this::answer);
  }

  /** What it answers to a GET from now on. */
  StubApiServer lists(String path, String json) {
    lists.put(path, json);
    return this;
  }

  KubernetesClient client() {
    return api.client();
  }

  @Override
  public void close() {
    api.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body =
          path.equals(REVIEWS)
              ? reviewed(exchange.getRequestBody().readAllBytes())
              : lists.getOrDefault(path, "");
      LoopbackApi.reply(exchange, 200, body);
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
