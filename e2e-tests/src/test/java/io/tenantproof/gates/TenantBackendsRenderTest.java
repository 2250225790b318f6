package io.tenantproof.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The tenant's namespace follows the value that says who has a Prometheus and a Loki. */
class TenantBackendsRenderTest {

  private static final String VALUES = "gitops/charts/observability/values.yaml";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void copy() {
    TenantChart.copyTo(tenant());
    Rendered.copied("gitops/charts/views", views());
  }

  @Test
  void theTenantsChartReadsTheValueOfTheOther() throws IOException {
    Path link = SourceTree.find().root().resolve("gitops/charts/tenant/observability.yaml");

    assertThat(link.toRealPath()).isEqualTo(SourceTree.find().root().resolve(VALUES).toRealPath());
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(link)).containsOnlyOnce("\nbackends: central\n");
  }

  @Test
  void asItIsTheTenantIsReadByThePlatforms() throws IOException {
    Rendered tenant = rendered("central");

    assertThat(tenant.of("RoleBinding")).extracting(Rendered::name).doesNotContain("prometheus");
    assertThat(tenant.toString()).doesNotContain(BackendsChart.TENANT, "perTenant");
    assertThat(tenant).isEqualTo(rendered(tenant(), TenantChart.OWN_FILE));
    assertThat(views().resolve("values.yaml")).content().contains("\nbackends: central\n");
  }

  @Test
  void itsOwnMayReadItsNamespace() throws IOException {
    Rendered tenant = rendered("perTenant");

    for (String component : new String[] {"prometheus", "log-agent"}) {
      JsonNode binding = tenant.one("RoleBinding", component);
      assertThat(Yaml.text(binding.path("metadata"), "namespace")).isEqualTo("tenant-a");
      assertThat(Yaml.text(binding.path("roleRef"), "name")).isEqualTo("tenantproof-" + component);
      assertThat(binding.path("subjects").toString())
          .isEqualTo(
              "[{\"kind\":\"ServiceAccount\",\"name\":\"tenant-a-%s\",\"namespace\":\"observability\"}]"
                  .formatted(component));
    }
  }

  @Test
  void trafficIsWithItsOwnAlone() throws IOException {
    Rendered tenant = rendered("perTenant");

    assertThat(tenant.one("NetworkPolicy", "metrics").path("spec").path("ingress").toString())
        .contains(own("prometheus"))
        .doesNotContain("app.kubernetes.io/name");
    assertThat(tenant.one("NetworkPolicy", "views").path("spec").path("egress").toString())
        .contains(own("prometheus"), own("loki"))
        .doesNotContain("app.kubernetes.io/name");
  }

  @Test
  void theViewsAskItsOwn() throws IOException {
    JsonNode values =
        rendered("perTenant")
            .one("Application", "tenant-a-views")
            .path("spec")
            .path("source")
            .path("helm")
            .path("valuesObject");
    assertThat(Yaml.text(values, "backends")).isEqualTo("perTenant");

    Rendered views = Rendered.by(views(Yaml.text(values, "backends")));
    assertThat(views.one("Deployment", "views").toString())
        .contains("-upstream=http://tenant-a-prometheus.observability.svc.cluster.local:9090");
    assertThat(Yaml.text(views.one("ConfigMap", "views").path("data"), "nginx.conf"))
        .contains("proxy_pass http://tenant-a-loki.observability.svc.cluster.local:3100/")
        .doesNotContain("http://loki.");
  }

  @Test
  void aTenantsFileDoesNotChoose() throws IOException {
    assertThat(rendered(tenant(), TenantChart.OWN_FILE + "backends: perTenant\n"))
        .isEqualTo(rendered("central"));
  }

  @Test
  void anythingElseIsRefused() {
    assertThatThrownBy(() -> rendered("each"))
        .hasMessageContaining(
            "backends in %s is \"each\", expected central or perTenant".formatted(VALUES));
    assertThatThrownBy(() -> views("each").call()).hasMessageContaining("/backends");
  }

  private Rendered rendered(String backends) throws IOException {
    Files.writeString(tenant().resolve("observability.yaml"), "backends: %s\n".formatted(backends));
    return rendered(tenant(), TenantChart.OWN_FILE);
  }

  private static Rendered rendered(Path chart, String file) {
    return new TenantChart(chart).rendered(file);
  }

  private TemplateCommand views(String backends) {
    return new Helm(views())
        .template()
        .withName("views")
        .withNamespace("tenant-a")
        .set("tenantName", "tenant-a")
        .set("environment", "production")
        .set("backends", backends);
  }

  private Path tenant() {
    return folder.resolve("tenant");
  }

  private Path views() {
    return folder.resolve("views");
  }

  private static String own(String component) {
    return "{\"app.kubernetes.io/component\":\"%s\",\"tenantproof.io/backend\":\"tenant-a\"}"
        .formatted(component);
  }
}
