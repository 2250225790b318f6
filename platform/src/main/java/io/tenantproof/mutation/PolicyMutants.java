package io.tenantproof.mutation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.tenantproof.isolation.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Weakenings of NetworkPolicies: dropped, for nobody, and each rule widened in each way. */
final class PolicyMutants {

  private PolicyMutants() {}

  static List<Mutant> of(List<HasMetadata> guardrails) {
    List<Mutant> mutants = new ArrayList<>();
    for (NetworkPolicy policy : Objects.of(guardrails, NetworkPolicy.class)) {
      String name = policy.getMetadata().getName();
      mutants.add(
          mutant(name, "dropped", "is not there", Objects.without(NetworkPolicy.class, name)));
      mutants.add(
          changed(
              name,
              "everything",
              "lets everything pass",
              one ->
                  new NetworkPolicyBuilder(one)
                      .editSpec()
                      .withIngress(new NetworkPolicyIngressRule())
                      .withEgress(new NetworkPolicyEgressRule())
                      .withPolicyTypes("Ingress", "Egress")
                      .endSpec()
                      .build()));
      for (int i = 0; i < policy.getSpec().getIngress().size(); i++) {
        mutants.addAll(ingress(name, i, policy.getSpec().getIngress().get(i)));
      }
      for (int i = 0; i < policy.getSpec().getEgress().size(); i++) {
        mutants.addAll(egress(name, i, policy.getSpec().getEgress().get(i)));
      }
    }
    return mutants;
  }

  private static List<Mutant> ingress(String name, int index, NetworkPolicyIngressRule rule) {
    String where = "ingress-" + index;
    List<Mutant> mutants = new ArrayList<>();
    mutants.add(
        ingress(name, index, where + ".any-peer", "takes from anybody", one -> one.withFrom()));
    if (!rule.getPorts().isEmpty()) {
      mutants.add(
          ingress(name, index, where + ".any-port", "takes on any port", one -> one.withPorts()));
    }
    for (Loosening loosening : Loosening.of(rule.getFrom())) {
      mutants.add(
          ingress(
              name,
              index,
              "%s.%s".formatted(where, loosening.id()),
              "takes from " + loosening.what(),
              one -> one.withFrom(loosening.peers())));
    }
    return mutants;
  }

  private static List<Mutant> egress(String name, int index, NetworkPolicyEgressRule rule) {
    String where = "egress-" + index;
    List<Mutant> mutants = new ArrayList<>();
    mutants.add(egress(name, index, where + ".any-peer", "sends to anybody", one -> one.withTo()));
    if (!rule.getPorts().isEmpty()) {
      mutants.add(
          egress(name, index, where + ".any-port", "sends to any port", one -> one.withPorts()));
    }
    for (Loosening loosening : Loosening.of(rule.getTo())) {
      mutants.add(
          egress(
              name,
              index,
              "%s.%s".formatted(where, loosening.id()),
              "sends to " + loosening.what(),
              one -> one.withTo(loosening.peers())));
    }
    return mutants;
  }

  private static Mutant ingress(
      String name,
      int index,
      String id,
      String what,
      UnaryOperator<NetworkPolicyIngressRuleBuilder> change) {
    return changed(
        name,
        id,
        what,
        one ->
            new NetworkPolicyBuilder(one)
                .editSpec()
                .setToIngress(
                    index,
                    change
                        .apply(
                            new NetworkPolicyIngressRuleBuilder(
                                one.getSpec().getIngress().get(index)))
                        .build())
                .endSpec()
                .build());
  }

  private static Mutant egress(
      String name,
      int index,
      String id,
      String what,
      UnaryOperator<NetworkPolicyEgressRuleBuilder> change) {
    return changed(
        name,
        id,
        what,
        one ->
            new NetworkPolicyBuilder(one)
                .editSpec()
                .setToEgress(
                    index,
                    change
                        .apply(
                            new NetworkPolicyEgressRuleBuilder(
                                one.getSpec().getEgress().get(index)))
                        .build())
                .endSpec()
                .build());
  }

  private record Loosening(String id, String what, List<NetworkPolicyPeer> peers) {

    static List<Loosening> of(List<NetworkPolicyPeer> peers) {
      List<Loosening> all = new ArrayList<>();
      LabelSelector any = new LabelSelectorBuilder().build();
      for (NetworkPolicyPeer peer : peers) {
        if (peer.getNamespaceSelector() != null && peer.getPodSelector() != null) {
          NetworkPolicyPeerBuilder open = new NetworkPolicyPeerBuilder(peer);
          all.add(
              new Loosening(
                  "any-namespace",
                  "these pods of any namespace",
                  List.of(open.withNamespaceSelector(any).build())));
          all.add(
              new Loosening(
                  "any-pod",
                  "any pod of the namespace",
                  List.of(new NetworkPolicyPeerBuilder(peer).withPodSelector(any).build())));
        } else if (peer.getPodSelector() != null) {
          all.add(
              new Loosening(
                  "any-namespace",
                  "these pods of any namespace",
                  List.of(new NetworkPolicyPeerBuilder(peer).withNamespaceSelector(any).build())));
          all.add(
              new Loosening(
                  "any-pod",
                  "all pods, the views too",
                  List.of(new NetworkPolicyPeerBuilder(peer).withPodSelector(any).build())));
        }
      }
      return all;
    }
  }

  private static Mutant changed(
      String name, String id, String what, UnaryOperator<NetworkPolicy> change) {
    return mutant(name, id, what, Objects.change(NetworkPolicy.class, name, change));
  }

  private static Mutant mutant(
      String name, String id, String what, UnaryOperator<List<HasMetadata>> change) {
    return new Mutant(
        "networkpolicy.%s.%s".formatted(name, id),
        "NetworkPolicy %s %s".formatted(name, what),
        Family.NETWORK,
        change);
  }
}
