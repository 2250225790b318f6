package io.tenantproof.scenario;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.LocalPortForward;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/**
 * A pod of the workload, asked over HTTP.
 *
 * @param client of the cluster
 * @param pod that is ready
 */
record PodHttp(KubernetesClient client, Pod pod) {

  private static final int ANSWER_MILLIS = 5_000;
  private static final int PORT = 8080;

  /**
   * Asks for a path.
   *
   * @throws UncheckedIOException when nothing answers, as while its container is started again
   */
  <T> T ask(String path, Function<Response, T> reading) {
    try (LocalPortForward forward = client.pods().resource(pod).portForward(PORT)) {
      return reading.apply(
          RestAssured.given()
              .config(timeouts())
              .baseUri("http://127.0.0.1:" + forward.getLocalPort())
              .get(path));
    } catch (IOException e) {
      // REST Assured throws it too, though it does not declare it.
      throw new UncheckedIOException(
          "%s gave no answer: %s".formatted(pod.getMetadata().getName(), e.getMessage()), e);
    }
  }

  private static RestAssuredConfig timeouts() {
    return RestAssuredConfig.config()
        .httpClient(
            HttpClientConfig.httpClientConfig()
                .setParam("http.connection.timeout", ANSWER_MILLIS)
                .setParam("http.socket.timeout", ANSWER_MILLIS));
  }
}
