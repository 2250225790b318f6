package io.tenantproof.demo;

import static io.tenantproof.demo.RunningService.header;
import static io.tenantproof.demo.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TenantEndpointTest {

  @Test
  void saysWhoItIs() throws Exception {
    Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    try (RunningService service = RunningService.start()) {
      HttpResponse<String> response = service.get("/api/v1/tenant");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(header(response, "content-type")).isEqualTo("application/json");
      assertThat(header(response, "cache-control")).isEqualTo("no-store");
      JsonNode tenant = json(response.body());
      assertThat(tenant.propertyNames())
          .containsExactlyInAnyOrder(
              "tenantName", "environment", "app", "version", "pod", "started", "message");
      assertThat(tenant.path("tenantName").asString()).isEqualTo("tenant-a");
      assertThat(tenant.path("environment").asString()).isEqualTo("test");
      assertThat(tenant.path("app").asString()).isEqualTo("demo-api");
      assertThat(tenant.path("version").asString()).isEqualTo("1.2.3");
      assertThat(tenant.path("pod").asString()).isEqualTo("demo-api-0");
      assertThat(tenant.path("message").asString()).isEqualTo("Hello from tenant-a.");
      assertThat(Instant.parse(tenant.path("started").asString())).isBetween(before, Instant.now());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "image/png"})
  void isJsonWhateverTheCallerAccepts(String accept) throws Exception {
    try (RunningService service = RunningService.start()) {
      HttpResponse<String> response = service.get("/api/v1/tenant", "accept", accept);

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(header(response, "content-type")).isEqualTo("application/json");
    }
  }
}
