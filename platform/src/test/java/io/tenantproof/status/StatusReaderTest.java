package io.tenantproof.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.StubCluster;
import io.tenantproof.status.PlatformStatus.TenantStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusReaderTest {

  private static final String ARGO_CD = "/apis/argoproj.io/v1alpha1";
  private static final String LABEL = "?labelSelector=";

  private final StubCluster stub = new StubCluster();
  private final Cluster cluster = stub.cluster();

  @AfterEach
  void close() {
    cluster.close();
    stub.close();
  }

  @Test
  void aClusterWithoutArgoCdHasNoPlatform() {
    assertThatThrownBy(this::read)
        .isInstanceOf(NoPlatform.class)
        .hasMessageContaining("The cluster stub has no Argo CD")
        .hasMessageContaining("--context");
  }

  @Test
  void aTenantIsKnownByItsNamespaceAndOneWithoutByItsApplication() {
    platform(
        application("platform", "platform"),
        application("tenant-a", "platform"),
        application("tenant-a-demo-api", "tenant-a"),
        application("tenant-a-views", "platform"),
        application("tenant-new", "platform"));
    stub.answers(
        "/api/v1/namespaces" + LABEL + "tenantproof.io/tenant",
        list(namespace("tenant-a", "tenantproof.io/tenant", "tenant-a")));

    assertThat(read().tenants())
        .extracting(TenantStatus::name)
        .containsExactly("tenant-a", "tenant-new");
  }

  @Test
  void whatARunMakesToThrowItAwayIsNoTenant() {
    platform(application("trial", "platform"));
    stub.answers(
        "/api/v1/namespaces" + LABEL + "tenantproof.io/throw-away",
        list(namespace("trial", "tenantproof.io/throw-away", "abcde")));

    assertThat(read().tenants()).isEmpty();
  }

  @Test
  void anApplicationThatIsNotThereIsStillExpected() {
    platform();

    PlatformStatus status = read();

    assertThat(status.isGood()).isFalse();
    assertThat(status.problems()).anyMatch(problem -> problem.contains("observability"));
  }

  @Test
  void aNodeThatIsNotReadyIsNamed() {
    platform();
    stub.answers("/api/v1/nodes", list(node("one", "True"), node("two", "False")));

    assertThat(read().cluster().nodes()).isEqualTo(2);
    assertThat(read().cluster().notReady()).containsExactly("two");
  }

  private PlatformStatus read() {
    return new StatusReader(cluster, "kubeconfig").read();
  }

  private void platform(String... applications) {
    stub.answers(
        ARGO_CD,
        """
        {"apiVersion": "v1", "kind": "APIResourceList", "groupVersion": "argoproj.io/v1alpha1",
         "resources": [{"name": "applications", "kind": "Application", "namespaced": true}]}
        """);
    stub.answers("/version", "{\"major\": \"1\", \"minor\": \"36\", \"gitVersion\": \"v1.36.3\"}");
    stub.answers(ARGO_CD + "/namespaces/argocd/applications", list(applications));
  }

  private static String application(String name, String project) {
    return """
    {"apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
     "metadata": {"name": "%s", "namespace": "argocd"}, "spec": {"project": "%s"},
     "status": {"sync": {"status": "Synced", "revision": "1f0c2ab"}, "health": {"status": "Healthy"}}}
    """
        .formatted(name, project);
  }

  private static String namespace(String name, String label, String value) {
    return """
    {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "%s", "labels": {"%s": "%s"}}}
    """
        .formatted(name, label, value);
  }

  private static String node(String name, String ready) {
    return """
    {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "%s"},
     "status": {"conditions": [{"type": "Ready", "status": "%s"}]}}
    """
        .formatted(name, ready);
  }

  private static String list(String... items) {
    return "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [%s]}"
        .formatted(String.join(",", items));
  }
}
