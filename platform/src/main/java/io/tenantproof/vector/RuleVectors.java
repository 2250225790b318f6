package io.tenantproof.vector;

import io.fabric8.kubernetes.api.model.authorization.v1.NonResourceRule;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceRule;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectRulesReviewBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SubjectRulesReviewStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.isolation.Expected;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Observation;
import io.tenantproof.isolation.Vector;
import io.tenantproof.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All rights that a tenant's identities have, as the API server lists them
 * (https://kubernetes.io/docs/reference/kubernetes-api/authorization-resources/self-subject-rules-review-v1/):
 * in another tenant's namespace they must be those of somebody who was given nothing.
 *
 * @param ground they are looked at on
 * @param tenant whose identities
 */
record RuleVectors(Ground ground, Tenant tenant) {

  private static final Vector ELSEWHERE =
      new Vector(
          "access.rules.other",
          Family.ACCESS,
          "all rights in another tenant's namespace",
          "no RoleBinding or ClusterRoleBinding beyond the tenant's namespace");
  private static final Vector WORKLOAD =
      new Vector(
          "access.rules.workload",
          Family.ACCESS,
          "all rights of a workload in its own namespace",
          "the workload's ServiceAccount is bound to nothing");

  List<Finding> explore(List<String> accounts) {
    KubernetesClient client = ground.cluster().client();
    List<Finding> findings = new ArrayList<>();
    Set<String> nobody = nobody();
    for (String account : accounts) {
      Identity.serviceAccount(client, tenant.namespace(), account)
          .ifPresent(
              one -> {
                try (one) {
                  findings.addAll(explore(one, nobody));
                }
              });
    }
    return findings;
  }

  private List<Finding> explore(Identity account, Set<String> nobody) {
    List<Finding> findings = new ArrayList<>();
    for (Tenant other : ground.others(tenant)) {
      findings.add(finding(ELSEWHERE, account, other.namespace(), nobody));
    }
    if (!account.name().equals("viewer")) {
      findings.add(finding(WORKLOAD, account, tenant.namespace(), nobody));
    }
    return findings;
  }

  private Finding finding(Vector vector, Identity account, String namespace, Set<String> nobody) {
    Set<String> more = rights(account.client(), namespace);
    more.removeAll(nobody);
    Set<String> administrators = rights(ground.cluster().client(), namespace);
    administrators.removeAll(nobody);
    return new Finding(
        vector,
        tenant.name(),
        namespace,
        "SelfSubjectRulesReview in %s as %s".formatted(namespace, account.name()),
        Expected.SHUT,
        observation(more),
        Optional.of(observation(administrators)));
  }

  private static Observation observation(Set<String> more) {
    return more.isEmpty()
        ? Observation.refused("no right that nobody was given")
        : Observation.allowed("rights: " + String.join("; ", more));
  }

  // Somebody who was given nothing: the ServiceAccount default of a namespace without any binding.
  private Set<String> nobody() {
    return Identity.serviceAccount(ground.cluster().client(), ground.stranger(), "default")
        .map(
            one -> {
              try (one) {
                return rights(one.client(), ground.stranger());
              }
            })
        .orElseGet(TreeSet::new);
  }

  /** What somebody may do in a namespace, a rule a line. */
  static Set<String> rights(KubernetesClient client, String namespace) {
    SubjectRulesReviewStatus status =
        client
            .authorization()
            .v1()
            .selfSubjectRulesReview()
            .create(
                new SelfSubjectRulesReviewBuilder()
                    .withNewSpec()
                    .withNamespace(namespace)
                    .endSpec()
                    .build())
            .getStatus();
    Set<String> rights = new TreeSet<>();
    for (ResourceRule rule : status.getResourceRules()) {
      rights.add(
          "%s %s%s%s"
              .formatted(
                  sorted(rule.getVerbs()),
                  sorted(rule.getApiGroups()),
                  sorted(rule.getResources()),
                  rule.getResourceNames().isEmpty() ? "" : sorted(rule.getResourceNames())));
    }
    for (NonResourceRule rule : status.getNonResourceRules()) {
      rights.add("%s %s".formatted(sorted(rule.getVerbs()), sorted(rule.getNonResourceURLs())));
    }
    return rights;
  }

  private static Set<String> sorted(List<String> words) {
    return new TreeSet<>(words);
  }
}
