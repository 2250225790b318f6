package io.tenantproof.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.cluster.StubCluster;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiServerAddressesTest {

  private static final String SERVER =
      """
      {"metadata": {"name": "first"}, "spec": {"podCIDR": "10.42.0.0/24"},
       "status": {"addresses": [{"type": "InternalIP", "address": "172.18.0.2"}]}}
      """;
  private static final String OTHER =
      """
      {"metadata": {"name": "second"}, "spec": {"podCIDR": "10.42.1.0/24"},
       "status": {"addresses": [{"type": "InternalIP", "address": "172.18.0.3"}]}}
      """;

  @Test
  void onTheOnlyNodeNobodyNeedsToBeLetIn() {
    assertThat(ranges("172.18.0.2", SERVER)).isEmpty();
  }

  @Test
  void ofSeveralNodesItIsTheServersAndTheFirstOfItsPodNetwork() {
    assertThat(ranges("172.18.0.2", SERVER, OTHER))
        .containsExactly("10.42.0.0/32", "172.18.0.2/32");
  }

  @Test
  void anApiServerThatIsNoNodeIsLetInByItsOwnAddress() {
    assertThat(ranges("10.0.3.7", OTHER)).containsExactly("10.0.3.7/32");
    assertThat(ranges("fd00::7", OTHER)).containsExactly("fd00::7/128");
  }

  private static List<String> ranges(String server, String... nodes) {
    try (StubCluster stub = new StubCluster()) {
      stub.answers(
              "/api/v1/nodes",
              "{\"apiVersion\": \"v1\", \"kind\": \"NodeList\", \"items\": [%s]}"
                  .formatted(String.join(",", nodes)))
          .answers(
              "/apis/discovery.k8s.io/v1/namespaces/default/endpointslices",
              """
              {"apiVersion": "discovery.k8s.io/v1", "kind": "EndpointSliceList",
               "items": [{"metadata": {"name": "kubernetes"}, "addressType": "IPv4",
                 "endpoints": [{"addresses": ["%s"]}], "ports": [{"port": 6443}]}]}
              """
                  .formatted(server));
      return new ApiServerAddresses(stub.cluster().client()).ranges();
    }
  }
}
