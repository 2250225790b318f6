package io.tenantproof.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.engine.StubEngine;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A cluster of ours is all of its nodes and their network: found, and removed with nothing left.
 */
class NodeGroupTest {

  private static final String CONTAINERS = "GET /containers/json";
  private static final String NETWORKS = "GET /networks";
  private static final String GONE = "1@1";

  private StubEngine stub;

  @BeforeEach
  void start() throws IOException {
    stub = new StubEngine();
    stub.answers(NETWORKS, 200, "[]");
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void theNodeWithTheControlPlaneIsTheFirstAndTheOneThatIsFound() {
    stub.answers(
        CONTAINERS,
        200,
        "[%s, %s, %s]"
            .formatted(
                container("second", "demo", "\"io.tenantproof.role\": \"agent\","),
                container("first", "demo", ""),
                container("other", "verify-1", "")));

    assertThat(new NodeGroup(stub.client(), "demo").nodes())
        .extracting(NodeContainer::id)
        .containsExactly("first", "second");
    assertThat(NodeContainer.find(stub.client(), "demo")).map(NodeContainer::id).hasValue("first");
    assertThat(NodeContainer.find(stub.client(), "absent")).isEmpty();
  }

  @Test
  void aClusterGoesWithAllNodesAndItsNetworkAndNobodyElses() {
    stub.answers(
            CONTAINERS,
            200,
            "[%s, %s, %s]"
                .formatted(
                    container("first", "demo", ""),
                    container("second", "demo", "\"io.tenantproof.role\": \"agent\","),
                    container("other", "verify-1", "")))
        .answers(
            NETWORKS, 200, "[%s, %s]".formatted(network("n1", "demo"), network("n2", "verify-1")))
        .answers("DELETE /containers/first", 204, "")
        .answers("DELETE /containers/second", 204, "")
        .answers("DELETE /networks/n1", 204, "");

    new NodeGroup(stub.client(), "demo").remove();

    assertThat(stub.requests().stream().filter(one -> one.startsWith("DELETE")))
        .containsExactly(
            "DELETE /containers/first", "DELETE /containers/second", "DELETE /networks/n1");
  }

  @Test
  void aNetworkThatIsInUseIsSaid() {
    stub.answers(CONTAINERS, 200, "[]")
        .answers(NETWORKS, 200, "[%s]".formatted(network("n1", "demo")))
        .answers("DELETE /networks/n1", 403, "{\"message\": \"has active endpoints\"}");

    NodeGroup group = new NodeGroup(stub.client(), "demo");

    assertThatThrownBy(group::remove)
        .isInstanceOf(ClusterUnavailable.class)
        .hasMessageContaining("tenantproof-demo")
        .hasMessageContaining("docker network inspect");
  }

  @Test
  void whatIsThereIsToldOnceAClusterAndWhatIsLeftIsRemovedToo() {
    stub.answers(
            CONTAINERS,
            200,
            "[%s, %s, %s]"
                .formatted(
                    container("first", "demo", owner(Owner.thisJvm().toString())),
                    container("second", "demo", owner(Owner.thisJvm().toString())),
                    container("left", "verify-1", owner(GONE))))
        .answers("DELETE /containers/first", 204, "")
        .answers("DELETE /containers/second", 204, "")
        .answers("DELETE /containers/left", 204, "");

    assertThat(NodeGroup.removeAll(stub.client(), List.of("demo", "reused")))
        .containsExactly("demo", "verify-1");
  }

  private static String owner(String value) {
    return "\"io.tenantproof.owner\": \"%s\",".formatted(value);
  }

  private static String container(String id, String cluster, String more) {
    return "{\"Id\": \"%s\", \"Labels\": {%s \"io.tenantproof.cluster\": \"%s\"}}"
        .formatted(id, more, cluster);
  }

  private static String network(String id, String cluster) {
    return "{\"Id\": \"%s\", \"Name\": \"tenantproof-%s\", \"Labels\": {\"io.tenantproof.cluster\": \"%2$s\"}}"
        .formatted(id, cluster);
  }
}
