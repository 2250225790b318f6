package io.tenantproof.demo;

import static io.tenantproof.demo.RunningService.header;
import static io.tenantproof.demo.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HomeEndpointTest {

  private static final String FIREFOX =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  private final RunningService service = RunningService.start();

  @AfterAll
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", FIREFOX, "application/json;q=0.5, text/html"})
  void servesThePageToPeople(String accept) throws Exception {
    HttpResponse<String> response = service.get("/", "accept", accept);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(response.body()).startsWith("<!doctype html>").contains("tenant-a");
    assertThat(header(response, "content-security-policy")).startsWith("default-src 'none'; ");
    assertThat(header(response, "referrer-policy")).isEqualTo("no-referrer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "*/*", "application/*", "text/html;q=0.1, */*"})
  void servesJsonToPrograms(String accept) throws Exception {
    HttpResponse<String> response = service.get("/", "accept", accept);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "content-type")).isEqualTo("application/json");
    assertThat(json(response.body()).path("tenantName").asString()).isEqualTo("tenant-a");
  }

  @Test
  void servesJsonToACallerWithoutAWish() throws Exception {
    assertThat(header(service.get("/"), "content-type")).isEqualTo("application/json");
  }

  @Test
  void keepsCachesAway() throws Exception {
    HttpResponse<String> response = service.get("/");

    assertThat(header(response, "vary")).isEqualTo("Accept");
    assertThat(header(response, "cache-control")).isEqualTo("no-store");
    assertThat(header(response, "x-content-type-options")).isEqualTo("nosniff");
  }

  @Test
  void refusesOtherMediaTypes() throws Exception {
    HttpResponse<String> response = service.get("/", "accept", "image/png");

    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(header(response, "content-type")).isEqualTo("application/problem+json");
    assertThat(json(response.body()).path("detail").asString())
        .isEqualTo("Accept text/html or application/json.");
  }

  @Test
  void answersHeadLikeGetWithoutABody() throws Exception {
    HttpResponse<String> get = service.get("/");
    HttpResponse<String> head = service.send("HEAD", "/");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "content-length")).isEqualTo(header(get, "content-length"));
  }
}
