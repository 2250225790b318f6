package io.tenantproof.demo;

import static io.tenantproof.demo.RunningService.header;
import static io.tenantproof.demo.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ProblemHandlerTest {

  @ParameterizedTest
  @CsvSource({
    "GET, /nothing, 404, Not Found",
    "GET, /api/v1/tenant/, 404, Not Found",
    "GET, /api, 404, Not Found",
    "POST, /, 405, Method Not Allowed",
    "DELETE, /api/v1/tenant, 405, Method Not Allowed",
    "OPTIONS, /openapi, 405, Method Not Allowed"
  })
  void answersWithAProblem(String method, String path, int status, String title) throws Exception {
    try (RunningService service = RunningService.start()) {
      HttpResponse<String> response = service.send(method, path, "x-request-id", "me-1");

      assertThat(response.statusCode()).isEqualTo(status);
      assertThat(header(response, "content-type")).isEqualTo("application/problem+json");
      JsonNode problem = json(response.body());
      assertThat(problem.path("type").asString()).isEqualTo("about:blank");
      assertThat(problem.path("title").asString()).isEqualTo(title);
      assertThat(problem.path("status").asInt()).isEqualTo(status);
      assertThat(problem.path("detail").asString()).isNotBlank();
      assertThat(problem.path("requestId").asString()).isEqualTo("me-1");
      assertThat(header(response, "allow")).isEqualTo(status == 405 ? "GET, HEAD" : "");
    }
  }

  @Test
  void tellsNothingOfTheInsideWhenSomethingBreaks() throws Exception {
    HttpRouting.Builder routing =
        HttpRouting.builder()
            .error(Throwable.class, new ProblemHandler())
            .get(
                "/",
                (_, _) -> {
                  throw new IllegalStateException("jdbc:secret");
                });
    WebServer server =
        WebServer.builder()
            .address(InetAddress.getLoopbackAddress())
            .port(0)
            .shutdownHook(false)
            .featuresDiscoverServices(false)
            .routing(routing)
            .build()
            .start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port())).build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(header(response, "content-type")).isEqualTo("application/problem+json");
      assertThat(response.body()).doesNotContain("secret", "IllegalState");
      assertThat(Set.copyOf(json(response.body()).propertyNames()))
          .containsExactlyInAnyOrder("type", "title", "status", "detail", "requestId");
    } finally {
      server.stop();
    }
  }
}
