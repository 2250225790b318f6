package io.tenantproof.story;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may call a pod by the NetworkPolicies of its namespace.
 *
 * @param all policies of the namespace
 * @param target the pod
 */
record AdmittingPolicies(List<NetworkPolicy> all, Pod target) {

  /** One line: the policy that shuts it, and those that let somebody in. */
  String told() {
    List<NetworkPolicy> ingress =
        all.stream().filter(one -> one.getSpec().getPolicyTypes().contains("Ingress")).toList();
    String shut =
        ingress.stream()
            .filter(one -> one.getSpec().getIngress().isEmpty())
            .filter(one -> selectsAll(one.getSpec().getPodSelector()))
            .map(one -> one.getMetadata().getName())
            .collect(Collectors.joining(", "));
    if (shut.isEmpty()) {
      throw new StoryFailed(
          "expected a NetworkPolicy in %s that lets nobody in, found none: something else refuses the call"
              .formatted(target.getMetadata().getNamespace()));
    }
    return "NetworkPolicy %s in %s lets nobody in; %s"
        .formatted(
            shut,
            target.getMetadata().getNamespace(),
            ingress.stream()
                .filter(one -> !one.getSpec().getIngress().isEmpty())
                .map(AdmittingPolicies::admitted)
                .collect(Collectors.joining("; ")));
  }

  private static String admitted(NetworkPolicy policy) {
    return "%s lets in %s"
        .formatted(
            policy.getMetadata().getName(),
            policy.getSpec().getIngress().stream()
                .map(AdmittingPolicies::peers)
                .distinct()
                .collect(Collectors.joining(", ")));
  }

  private static String peers(NetworkPolicyIngressRule rule) {
    String from =
        rule.getFrom().stream()
            .map(AdmittingPolicies::peer)
            .distinct()
            .collect(Collectors.joining(", "));
    String ports =
        rule.getPorts().stream()
            .map(port -> String.valueOf(port.getPort().getValue()))
            .collect(Collectors.joining(", "));
    return (from.isEmpty() ? "anybody" : from) + (ports.isEmpty() ? "" : " at port " + ports);
  }

  private static String peer(NetworkPolicyPeer peer) {
    if (peer.getIpBlock() != null) {
      return peer.getIpBlock().getCidr();
    }
    return Optional.ofNullable(peer.getNamespaceSelector())
        .map(
            selector ->
                Stream.concat(labels(selector), labels(peer.getPodSelector()))
                    .collect(Collectors.joining("/")))
        .orElse("its own namespace");
  }

  private static Stream<String> labels(@org.jspecify.annotations.Nullable LabelSelector selector) {
    return Optional.ofNullable(selector).stream()
        .flatMap(one -> one.getMatchLabels().values().stream());
  }

  private static boolean selectsAll(LabelSelector selector) {
    return selector.getMatchLabels().isEmpty() && selector.getMatchExpressions().isEmpty();
  }
}
