package io.tenantproof.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmittingPoliciesTest {

  private static final Pod POD =
      new PodBuilder().withNewMetadata().withNamespace("tenant-b").endMetadata().build();

  private static final NetworkPolicy SHUT =
      policy("default-deny", "{podSelector: {}, policyTypes: [Ingress, Egress]}");

  @Test
  void thePolicyThatShutsItIsToldAndThoseThatOpenIt() {
    NetworkPolicy own =
        policy(
            "in-namespace",
            "{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {}}]}]}");
    NetworkPolicy metrics =
        policy(
            "metrics",
            "{podSelector: {}, policyTypes: [Ingress], ingress: [{ports: [{port: 8081}], from:"
                + " [{namespaceSelector: {matchLabels: {n: observability}}, podSelector:"
                + " {matchLabels: {a: prometheus}}}]}]}");
    NetworkPolicy dns = policy("dns", "{podSelector: {}, policyTypes: [Egress], egress: [{}]}");

    assertThat(new AdmittingPolicies(List.of(SHUT, own, metrics, dns), POD).told())
        .isEqualTo(
            "NetworkPolicy default-deny in tenant-b lets nobody in; in-namespace lets in its own"
                + " namespace; metrics lets in observability/prometheus at port 8081");
  }

  @Test
  void anyPeerAndACidrAreToldAsWhatTheyAre() {
    NetworkPolicy open = policy("open", "{podSelector: {}, policyTypes: [Ingress], ingress: [{}]}");
    NetworkPolicy wide =
        policy(
            "wide",
            "{podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{ipBlock: {cidr:"
                + " 10.0.0.0/8}}]}]}");

    assertThat(new AdmittingPolicies(List.of(SHUT, open, wide), POD).told())
        .endsWith("open lets in anybody; wide lets in 10.0.0.0/8");
  }

  @Test
  void withoutOneThatShutsItSomethingElseRefuses() {
    NetworkPolicy ofSome =
        policy("some", "{podSelector: {matchLabels: {a: b}}, policyTypes: [Ingress]}");

    assertThatThrownBy(() -> new AdmittingPolicies(List.of(ofSome), POD).told())
        .isInstanceOf(StoryFailed.class)
        .hasMessageContaining("tenant-b");
  }

  private static NetworkPolicy policy(String name, String spec) {
    return Serialization.unmarshal(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: %s}
        spec: %s
        """
            .formatted(name, spec),
        NetworkPolicy.class);
  }
}
