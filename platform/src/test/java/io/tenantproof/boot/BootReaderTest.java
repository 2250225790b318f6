package io.tenantproof.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantproof.boot.Mark.Kind;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.StubCluster;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cluster of somebody else: there is no engine, and Kubernetes says what it says. */
class BootReaderTest {

  private static final String APPLICATIONS =
      "/apis/argoproj.io/v1alpha1/namespaces/argocd/applications";

  private StubCluster stub;

  @BeforeEach
  void start() {
    stub = new StubCluster();
    stub.answers(
        "/api/v1/nodes",
        """
        {"kind": "NodeList", "items": [{
          "metadata": {"name": "n1", "creationTimestamp": "2025-06-01T10:00:00Z"},
          "status": {"conditions": [{"type": "Ready", "status": "True",
            "lastTransitionTime": "2025-06-01T10:00:10Z"}]}}]}
        """);
    stub.answers(
        "/api/v1/namespaces/argocd",
        """
        {"kind": "Namespace",
          "metadata": {"name": "argocd", "creationTimestamp": "2026-01-01T10:00:00Z"}}
        """);
    stub.answers(
        "/api/v1/namespaces",
        """
        {"kind": "NamespaceList", "items": [{"metadata": {"name": "tenant-a",
          "labels": {"tenantproof.io/tenant": "tenant-a"}}}]}
        """);
    stub.answers(
        "/apis/apps/v1/namespaces/argocd/deployments",
        """
        {"kind": "DeploymentList", "items": [{"metadata": {"name": "argocd-server"},
          "status": {"conditions": [{"type": "Available", "status": "True",
            "lastTransitionTime": "2026-01-01T10:00:12Z"}]}}]}
        """);
    stub.answers(
        "/api/v1/namespaces/argocd/pods",
        """
        {"kind": "PodList", "items": [
          {"metadata": {"name": "argocd-application-controller-0",
            "ownerReferences": [{"kind": "StatefulSet"}]},
           "status": {"conditions": [{"type": "Ready", "status": "True",
             "lastTransitionTime": "2026-01-01T10:00:15Z"}]}}]}
        """);
    stub.answers(
        "/api/v1/namespaces/tenant-a/pods",
        """
        {"kind": "PodList", "items": [{"metadata": {"name": "demo-api-1"},
           "status": {"containerStatuses": [{"name": "demo-api", "restartCount": 0,
               "state": {"running": {"startedAt": "2026-01-01T10:00:30Z"}}}],
             "conditions": [{"type": "Ready", "status": "True",
               "lastTransitionTime": "2026-01-01T10:00:34Z"}]}}]}
        """);
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  private Boot read() {
    try (Cluster cluster = stub.cluster()) {
      return new BootReader(cluster, Duration.ofMinutes(5)).read();
    }
  }

  private static String application(String name, String made, String status) {
    return """
    {"apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
      "metadata": {"name": "%s", "creationTimestamp": "2026-01-01T10:00:%sZ"}, "status": {%s}}
    """
        .formatted(name, made, status);
  }

  private static String synced(String started, String deployed, String healthy, String more) {
    return """
    "history": [{"id": 0, "deployStartedAt": "2026-01-01T10:00:%1$sZ",
      "deployedAt": "2026-01-01T10:00:%2$sZ"}%4$s],
    "operationState": {"startedAt": "2026-01-01T10:00:%1$sZ"},
    "health": {"status": "Healthy", "lastTransitionTime": "2026-01-01T10:00:%3$sZ"}
    """
        .formatted(started, deployed, healthy, more);
  }

  private void thereAre(String... applications) {
    stub.answers(
        APPLICATIONS,
        "{\"kind\": \"ApplicationList\", \"items\": [%s]}"
            .formatted(String.join(",", applications)));
  }

  @Test
  void milestonesAreThoseOfKubernetesAndTheRestIsNotKnown() {
    thereAre(
        application("platform", "20", synced("21", "24", "35", "")),
        application("tenant-a", "24", synced("25", "27", "36", "")),
        application("tenant-a-demo-api", "27", synced("28", "29", "35", "")),
        application("somebody-elses", "01", ""));

    Boot boot = read();

    assertThat(boot.begun()).isEqualTo(Mark.of(Kind.ARGO_CD_BEGUN));
    assertThat(boot.took()).isEqualTo(Duration.ofSeconds(36));
    assertThat(boot.legs().stream().map(leg -> leg.mark().id() + " " + leg.at().toSeconds()))
        .containsExactly(
            "argo-cd-begun 0",
            "argo-cd 15",
            "made:platform 20",
            "synced:platform 24",
            "made:tenant-a 24",
            "made:tenant-a-demo-api 27",
            "synced:tenant-a 27",
            "synced:tenant-a-demo-api 29",
            "pods-started:tenant-a 30",
            "pods-ready:tenant-a 34",
            "healthy:platform 35",
            "healthy:tenant-a-demo-api 35",
            "healthy:tenant-a 36");
    assertThat(
            boot.unknown().stream()
                .collect(Collectors.toMap(one -> one.mark().id(), Milestone::source)))
        .containsEntry("started", "no container of the kit's is the node")
        .containsEntry("ready:n1", "the cluster was there before the platform")
        .containsEntry("git-server", "there is none");
  }

  @Test
  void healthAfterALaterSyncIsNotTheFirstNorIsThatOfWhatItIsAPartOf() {
    thereAre(
        application("platform", "20", synced("21", "24", "35", "")),
        application("tenant-a", "24", synced("25", "27", "45", "")),
        application(
            "tenant-a-demo-api",
            "27",
            synced(
                "28", "29", "45", ", {\"id\": 1, \"deployStartedAt\": \"2026-01-01T10:00:40Z\"}")));

    assertThat(read().unknown())
        .filteredOn(one -> one.mark().kind() == Kind.HEALTHY)
        .extracting(one -> one.mark().title() + ": " + one.source())
        .containsExactly(
            "tenant-a Healthy: it has changed since: a sync began at 2026-01-01T10:00:40Z",
            "tenant-a-demo-api Healthy: it has changed since: a sync began at"
                + " 2026-01-01T10:00:40Z");
  }

  @Test
  void withoutArgoCdThereIsNoPlatform() {
    try (StubCluster empty = new StubCluster();
        Cluster cluster = empty.cluster()) {
      assertThatExceptionOfType(BootUnknown.class)
          .isThrownBy(new BootReader(cluster, Duration.ofMinutes(5))::read)
          .withMessage(
              "The cluster stub has no Argo CD, so no platform runs there: bring one up with `make"
                  + " demo`.");
    }
  }

  @Test
  void whatIsNotHealthyOrForgottenSaysSo() {
    thereAre(
        application("platform", "20", "\"health\": {\"status\": \"Degraded\"}"),
        application(
            "tenant-a",
            "24",
            "\"history\": [{\"id\": 7, \"deployedAt\": \"2026-01-01T10:00:30Z\"}]"));

    assertThat(read().unknown())
        .extracting(one -> one.mark().title() + ": " + one.source())
        .contains(
            "platform Healthy: it is not Healthy now",
            "platform Synced: it was never synced",
            "tenant-a Synced: Argo CD has forgotten its first syncs");
  }
}
