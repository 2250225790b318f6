package io.tenantproof.platform;

import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.util.List;

/**
 * Verbs on a resource, in all namespaces, or on a path that is no resource's.
 *
 * @param group of the API; empty for the core
 * @param resource as RBAC calls it, as in {@code pods/exec}; or the path, as in {@code /metrics}
 * @param verbs what is done to it
 */
record Rule(String group, String resource, List<String> verbs) {

  /** Copies what it is given. */
  Rule {
    verbs = List.copyOf(verbs);
  }

  /** A rule. */
  static Rule of(String group, String resource, String... verbs) {
    return new Rule(group, resource, List.of(verbs));
  }

  /** The same for some of its verbs. */
  Rule only(List<String> some) {
    return new Rule(group, resource, some);
  }

  /** As RBAC has it. */
  PolicyRule policyRule() {
    PolicyRuleBuilder rule = new PolicyRuleBuilder().withVerbs(verbs);
    return isPath()
        ? rule.withNonResourceURLs(resource).build()
        : rule.withApiGroups(group).withResources(resource).build();
  }

  /** The question whether one of its verbs is allowed. */
  SelfSubjectAccessReview asked(String verb) {
    if (isPath()) {
      return new SelfSubjectAccessReviewBuilder()
          .withNewSpec()
          .withNewNonResourceAttributes()
          .withPath(resource)
          .withVerb(verb)
          .endNonResourceAttributes()
          .endSpec()
          .build();
    }
    String[] parts = resource.split("/", 2);
    return new SelfSubjectAccessReviewBuilder()
        .withNewSpec()
        .withNewResourceAttributes()
        .withGroup(group)
        .withResource(parts[0])
        .withSubresource(parts.length == 2 ? parts[1] : null)
        .withVerb(verb)
        .endResourceAttributes()
        .endSpec()
        .build();
  }

  private boolean isPath() {
    return resource.startsWith("/");
  }
}
