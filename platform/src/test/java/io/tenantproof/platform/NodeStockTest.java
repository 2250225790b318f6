package io.tenantproof.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.cluster.StubCluster;
import io.tenantproof.image.Catalogue;
import io.tenantproof.image.CatalogueEntry.Role;
import io.tenantproof.image.Need;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NodeStockTest {

  private static final List<Need> NEEDS = Catalogue.read(Path.of("images")).needs(Role.PLATFORM);

  @Test
  void nodesThatHaveNothingYetPullWhatIsOfficial() {
    assertThat(new NodeStock(Set.of("docker.io/library/nginx:1")).stack(NEEDS))
        .isEqualTo(Stack.OFFICIAL);
  }

  @Test
  void whatWasBroughtByHandIsWhatRuns() {
    Set<String> builtHere =
        NEEDS.stream()
            .filter(need -> Set.of("loki", "log-agent").contains(need.name()))
            .map(need -> "docker.io/" + need.images().getLast().image())
            .collect(Collectors.toSet());

    assertThat(new NodeStock(builtHere).stack(NEEDS)).isEqualTo(new Stack(2, 2, false));
  }

  @Test
  void officialOnesComeFirst() {
    Set<String> all =
        NEEDS.stream()
            .flatMap(need -> need.images().stream())
            .map(one -> one.image().toString())
            .collect(Collectors.toSet());

    assertThat(new NodeStock(all).stack(NEEDS)).isEqualTo(Stack.OFFICIAL);
  }

  @Test
  void nodesTellWhatTheyHave() {
    try (StubCluster stub = new StubCluster()) {
      stub.answers(
          "/api/v1/nodes",
          """
          {"apiVersion": "v1", "kind": "NodeList", "items": [{"metadata": {"name": "a"},
            "status": {"images": [{"names": ["docker.io/grafana/loki@sha256:0", "docker.io/grafana/loki:2.2.1"]},
              {"names": null, "sizeBytes": 7927092}]}}]}
          """);

      assertThat(NodeStock.of(stub.cluster().client()).names())
          .contains("docker.io/grafana/loki:2.2.1");
    }
  }
}
