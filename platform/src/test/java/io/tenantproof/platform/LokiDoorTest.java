package io.tenantproof.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.StubCluster;
import org.junit.jupiter.api.Test;

class LokiDoorTest {

  @Test
  void aClusterWithoutLokiSaysWhatIsMissingAndWhatToDo() {
    try (StubCluster stub = new StubCluster();
        Cluster cluster = stub.cluster()) {
      assertThatThrownBy(() -> new LokiDoor(cluster).ask("tenant-a", loki -> loki))
          .isInstanceOf(PlatformFailed.class)
          .hasMessage(
              "The cluster stub has no Service loki in the namespace observability: bring the"
                  + " platform up with `make demo`, or name another cluster with --context.");
    }
  }

  @Test
  void aServiceThatIsThereIsGoneThrough() {
    try (StubCluster stub = new StubCluster();
        Cluster cluster = stub.cluster()) {
      stub.answers(
          "/api/v1/namespaces/observability/services/loki",
          """
          {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "loki"}, "spec": {}}
          """);

      // The control: it gets as far as to the pods, of which the stub has none.
      assertThatThrownBy(() -> new LokiDoor(cluster).ask("tenant-a", loki -> loki))
          .isNotInstanceOf(PlatformFailed.class);
    }
  }

  @Test
  void aTenantsOwnComesFirst() {
    try (StubCluster stub = new StubCluster();
        Cluster cluster = stub.cluster()) {
      stub.answers(
          "/api/v1/namespaces/observability/services/tenant-a-loki",
          """
          {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "tenant-a-loki"}, "spec": {}}
          """);

      assertThatThrownBy(() -> new LokiDoor(cluster).ask("tenant-a", loki -> loki))
          .isNotInstanceOf(PlatformFailed.class);
      // The control: another tenant has none, and all together have none either.
      assertThatThrownBy(() -> new LokiDoor(cluster).ask("tenant-b", loki -> loki))
          .isInstanceOf(PlatformFailed.class);
    }
  }
}
