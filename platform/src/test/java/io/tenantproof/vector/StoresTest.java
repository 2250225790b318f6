package io.tenantproof.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.tenantproof.http.StubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoresTest {

  private static final String PODS = "/api/v1/namespaces/observability/pods";

  private final StubServer server = new StubServer();
  private final KubernetesClient client =
      new KubernetesClientBuilder()
          .withConfig(
              new ConfigBuilder(Config.empty()).withMasterUrl(server.uri().toString()).build())
          .build();

  @AfterEach
  void stops() {
    client.close();
    server.close();
  }

  @Test
  void allTenantsShareThemWhereNoPodIsOfATenantAlone() {
    pods("");

    Stores stores = Stores.find(client);

    assertThat(stores.areApart()).isFalse();
    assertThat(stores.prometheus("tenant-a")).endsWith("/services/prometheus:9090/proxy");
    assertThat(stores.loki("tenant-a")).endsWith("/services/loki:3100/proxy");
  }

  @Test
  void aTenantThatHasItsOwnIsAskedForThere() {
    pods(
        "{\"metadata\": {\"name\": \"any\", \"labels\": {\"tenantproof.io/backend\":"
            + " \"tenant-a\"}}}");

    Stores stores = Stores.find(client);

    assertThat(stores.areApart()).isTrue();
    assertThat(stores.prometheus("tenant-a")).endsWith("/services/tenant-a-prometheus:9090/proxy");
    assertThat(stores.loki("tenant-a")).endsWith("/services/tenant-a-loki:3100/proxy");
    assertThat(stores.loki("tenant-b")).endsWith("/services/loki:3100/proxy");
  }

  private void pods(String items) {
    server.answers(
        PODS,
        200,
        "{\"kind\": \"PodList\", \"apiVersion\": \"v1\", \"items\": [%s]}".formatted(items));
  }
}
