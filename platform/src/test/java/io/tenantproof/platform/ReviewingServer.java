package io.tenantproof.platform;

import com.sun.net.httpserver.HttpExchange;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributes;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.tenantproof.cluster.LoopbackApi;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** An API server on loopback that knows its user and grants what it is told to. */
final class ReviewingServer implements AutoCloseable {

  private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
  private static final String USER = "/apis/authentication.k8s.io/v1/selfsubjectreviews";

  private final LoopbackApi api;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final String user;
  private final Predicate<ResourceAttributes> grants;

  /** One for a user; an empty name is one that it does not say. */
  ReviewingServer(String user, Predicate<ResourceAttributes> grants) {
    this.user = user;
    this.grants = grants;
    this.api = new LoopbackApi(this::answer);
  }

  URI uri() {
    return api.uri();
  }

  KubernetesClient client() {
    return api.client();
  }

  /** Method and path of each request. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    api.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      asked.add(exchange.getRequestMethod() + " " + path);
      String said = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      LoopbackApi.reply(exchange, 201, answer(path, said));
    }
  }

  private String answer(String path, String said) {
    if (path.equals(REVIEWS)) {
      SelfSubjectAccessReview review = Serialization.unmarshal(said, SelfSubjectAccessReview.class);
      return Serialization.asJson(
          new SelfSubjectAccessReviewBuilder(review)
              .withNewStatus()
              .withAllowed(
                  review.getSpec().getNonResourceAttributes() != null
                      || grants.test(review.getSpec().getResourceAttributes()))
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
