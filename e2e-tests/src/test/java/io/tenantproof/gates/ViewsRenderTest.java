package io.tenantproof.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The views of a tenant answer for it alone, and run what may run there. */
class ViewsRenderTest {

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void copy() {
    Rendered.copied("gitops/charts/views", folder);
  }

  @Test
  void theViewsAnswerForTheTenantAlone() {
    Rendered tenant = rendered();
    JsonNode pod = tenant.one("Deployment", "views").path("spec").path("template").path("spec");
    String proxy = Yaml.text(tenant.one("ConfigMap", "views").path("data"), "nginx.conf");

    assertThat(pod.path("containers").path(0).path("args").values())
        .extracting(JsonNode::asString)
        .contains("-label=tenant", "-label-value=tenant-a", "-error-on-replace");
    assertThat(proxy)
        .contains("proxy_pass_request_headers off;")
        .containsOnlyOnce("X-Scope-OrgID")
        .contains("proxy_set_header X-Scope-OrgID \"tenant-a\";");
    assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
  }

  @Test
  void eachViewsServiceFindsTheViewsPods() {
    Rendered tenant = rendered();
    JsonNode labels =
        tenant
            .one("Deployment", "views")
            .path("spec")
            .path("template")
            .path("metadata")
            .path("labels");

    for (String name : List.of("metrics-view", "logs-view")) {
      JsonNode spec = tenant.one("Service", name).path("spec");
      assertThat(spec.path("selector").properties()).isSubsetOf(labels.properties());
      assertThat(spec.path("selector").has("tenantproof.io/view")).isTrue();
      // With a name the viewer's right, which is for the Service's bare name, would reach no port.
      assertThat(spec.path("ports").path(0).has("name")).isFalse();
    }
  }

  @Test
  void theViewsImagesAreInTheCatalogue() {
    String catalogue = text("platform/images/catalogue.yaml");

    assertThat(images(rendered()))
        .hasSize(2)
        .allSatisfy(
            image ->
                assertThat(catalogue)
                    .contains("- name: %s\n  tag: %s".formatted((Object[]) image.split(":", 2))));
  }

  @Test
  void theViewsImagesComeFromAllowedRepositories() {
    List<String> allowed =
        Yaml.read(text("gitops/platform/values.yaml"), problem -> {})
            .path("guardrails")
            .path("allowedRepositories")
            .values()
            .stream()
            .map(JsonNode::asString)
            .toList();

    assertThat(images(rendered()))
        .allSatisfy(image -> assertThat(image.split(":", 2)[0]).isIn(allowed));
  }

  @Test
  void theTenantsPolicyKnowsTheViewsPorts() {
    JsonNode own =
        Yaml.read(text("gitops/charts/views/settings.yaml"), problem -> {}).path("ports");
    JsonNode policy =
        Yaml.read(text("gitops/charts/tenant/network.yaml"), problem -> {})
            .path("views")
            .path("ports");

    assertThat(policy.properties()).isNotEmpty().isSubsetOf(own.properties());
  }

  private Rendered rendered() {
    return Rendered.by(
        new Helm(folder)
            .template()
            .withName("views")
            .withNamespace("tenant-a")
            .set("tenantName", "tenant-a")
            .set("environment", "production"));
  }

  private static List<String> images(Rendered tenant) {
    return tenant
        .one("Deployment", "views")
        .path("spec")
        .path("template")
        .path("spec")
        .path("containers")
        .values()
        .stream()
        .map(container -> Yaml.text(container, "image"))
        .toList();
  }

  private static String text(String file) {
    return SourceTree.text(SourceTree.find().root().resolve(file)).orElseThrow();
  }
}
