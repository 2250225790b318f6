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

  private static final Vector VIEWER = listed("viewer");
  private static final Vector DEPLOYER = listed("deployer");

  // A right that is more than this is seen here even where something else still stops its use.
  private static Vector listed(String who) {
    return new Vector(
        "access.rules." + who,
        Family.ACCESS,
        "rights of a %s in its own namespace beyond those of its list".formatted(who),
        "ClusterRole tenant-%s, bound in the tenant's namespace".formatted(who));
  }

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
    String own = tenant.namespace();
    findings.add(
        switch (account.name()) {
          case "viewer" -> finding(VIEWER, account, own, and(nobody, RightsFile.VIEWER));
          case "deployer" -> finding(DEPLOYER, account, own, and(nobody, RightsFile.DEPLOYER));
          default -> finding(WORKLOAD, account, own, nobody);
        });
    return findings;
  }

  private static Set<String> and(Set<String> nobody, RightsFile listed) {
    Set<String> rights = new TreeSet<>(nobody);
    rights.addAll(listed.rights());
    return rights;
  }

  private Finding finding(Vector vector, Identity account, String namespace, Set<String> known) {
    Set<String> more = rights(account.client(), namespace);
    more.removeAll(known);
    Set<String> administrators = rights(ground.cluster().client(), namespace);
    administrators.removeAll(known);
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
        ? Observation.refused("no right beyond those that are written down")
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

  /** What somebody may do in a namespace, a right a line, as the files of rights have it. */
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
      rights.addAll(rights(rule));
    }
    for (NonResourceRule rule : status.getNonResourceRules()) {
      for (String verb : rule.getVerbs()) {
        rule.getNonResourceURLs().forEach(path -> rights.add("url %s %s".formatted(verb, path)));
      }
    }
    return rights;
  }

  private static List<String> rights(ResourceRule rule) {
    List<String> names = rule.getResourceNames().isEmpty() ? List.of("") : rule.getResourceNames();
    return rule.getVerbs().stream()
        .flatMap(
            verb ->
                rule.getApiGroups().stream()
                    .flatMap(
                        group ->
                            rule.getResources().stream()
                                .flatMap(
                                    path ->
                                        names.stream()
                                            .map(
                                                name ->
                                                    new Right(
                                                            "own",
                                                            verb,
                                                            Right.Resource.of(group, path),
                                                            name)
                                                        .toString()))))
        .toList();
  }
}
