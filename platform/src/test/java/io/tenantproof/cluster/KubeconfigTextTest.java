package io.tenantproof.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fabric8.kubernetes.client.Config;
import org.junit.jupiter.api.Test;

class KubeconfigTextTest {

  private static final String OF_A_NODE =
      """
      apiVersion: v1
      kind: Config
      clusters:
      - name: default
        cluster: {server: "https://127.0.0.1:6443", insecure-skip-tls-verify: true}
      users:
      - {name: default, user: {token: secret}}
      contexts:
      - {name: default, context: {cluster: default, user: default}}
      current-context: default
      """;

  @Test
  void onlyTheServerChanges() {
    String text = KubeconfigText.withServer(OF_A_NODE, "https://127.0.0.1:34567");

    Config config = Config.fromKubeconfig(text);
    assertThat(config.getMasterUrl()).startsWith("https://127.0.0.1:34567");
    assertThat(text).contains("token: \"secret\"", "insecure-skip-tls-verify: true");
    assertThat(config.getCurrentContext().getName()).isEqualTo("default");
  }

  @Test
  void aTextWithoutAClusterIsRefused() {
    assertThatExceptionOfType(ClusterUnavailable.class)
        .isThrownBy(() -> KubeconfigText.withServer("kind: Config", "https://127.0.0.1:1"))
        .withMessageContaining("names no cluster");
  }
}
