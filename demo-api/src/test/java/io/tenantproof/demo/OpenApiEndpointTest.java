package io.tenantproof.demo;

import static io.tenantproof.demo.RunningService.header;
import static io.tenantproof.demo.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiEndpointTest {

  private static final String ADDRESS = "https://tenantproof.test/openapi";

  private final RunningService service = RunningService.start();

  @AfterAll
  void stop() {
    service.close();
  }

  private JsonNode document() throws Exception {
    return new YAMLMapper().readTree(service.get("/openapi").body());
  }

  @Test
  void servesYamlByDefault() throws Exception {
    HttpResponse<String> response = service.get("/openapi");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "content-type")).isEqualTo("application/yaml");
    assertThat(document().path("openapi").asString()).startsWith("3.1.");
  }

  @Test
  void servesTheSameDocumentAsJson() throws Exception {
    HttpResponse<String> response = service.get("/openapi", "accept", "application/json");

    assertThat(header(response, "content-type")).isEqualTo("application/json");
    assertThat(json(response.body())).isEqualTo(document());
  }

  @Test
  void refusesOtherMediaTypes() throws Exception {
    assertThat(service.get("/openapi", "accept", "text/html").statusCode()).isEqualTo(406);
  }

  @Test
  void describesEveryRouteAndNoOther() throws Exception {
    RouteTable routes =
        DemoService.routes(TenantDescription.of(RunningService.IDENTITY, "1.2.3", Instant.EPOCH));

    JsonNode paths = document().path("paths");

    assertThat(paths.propertyNames()).containsExactlyInAnyOrderElementsOf(routes.templates());
    paths.forEach(path -> assertThat(path.propertyNames()).contains("get", "head"));
  }

  @Test
  void refersToNothingThatIsNotThere() throws Exception {
    JsonNode document = document();

    assertThat(document.findValuesAsString("$ref"))
        .isNotEmpty()
        .allSatisfy(
            reference -> {
              assertThat(reference).startsWith("#/");
              assertThat(document.at(reference.substring(1)).isMissingNode())
                  .as(reference)
                  .isFalse();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /, application/json, 200",
    "GET, /, image/png, 406",
    "GET, /api/v1/tenant, application/json, 200",
    "POST, /api/v1/tenant, application/json, 405",
    "GET, /openapi, application/json, 200",
    "GET, /openapi, text/html, 406",
    "DELETE, /openapi, */*, 405"
  })
  void answersAsDescribed(String method, String path, String accept, int status) throws Exception {
    HttpResponse<String> response = service.send(method, path, "accept", accept);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(
            schemaOf(path, status, header(response, "content-type"))
                .validate(json(response.body())))
        .as("%s %s: %s", method, path, response.body())
        .isEmpty();
  }

  @Test
  void describesInjectedErrors() throws Exception {
    Settings.Faults failing = new Settings.Faults(Duration.ZERO, 1, false, Optional.empty());
    try (RunningService broken = RunningService.start(failing)) {
      HttpResponse<String> response = broken.get("/api/v1/tenant");

      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(
              schemaOf("/api/v1/tenant", 500, header(response, "content-type"))
                  .validate(json(response.body())))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"tenantName\": \"Tenant A\"}"})
  void itsSchemasRefuseWhatIsWrong(String wrong) throws Exception {
    assertThat(schemaOf("/api/v1/tenant", 200, "application/json").validate(json(wrong)))
        .isNotEmpty();
  }

  private Schema schemaOf(String path, int status, String mediaType) throws Exception {
    JsonNode document = document();
    String pointer = "/paths/" + path.replace("/", "~1") + "/get/responses/";
    JsonNode response = document.at(pointer + status);
    pointer += response.isMissingNode() ? "default" : status;
    response = document.at(pointer);
    if (response.has("$ref")) {
      pointer = response.path("$ref").asString().substring(1);
    }
    pointer += "/content/" + mediaType.replace("/", "~1") + "/schema";
    assertThat(document.at(pointer).isMissingNode()).as(pointer).isFalse();
    SchemaRegistry registry =
        SchemaRegistry.withDialect(
            Dialects.getOpenApi31(),
            builder -> builder.schemas(Map.of(ADDRESS, document.toString())));
    return registry.getSchema(SchemaLocation.of(ADDRESS + "#" + pointer));
  }
}
