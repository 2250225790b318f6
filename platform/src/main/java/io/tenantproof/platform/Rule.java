package io.tenantproof.platform;

import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributes;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributesBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.util.List;

/**
 * Verbs on a resource, in all namespaces.
 *
 * @param group of the API; empty for the core
 * @param resource as RBAC calls it, as in {@code pods/exec}
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
    return new PolicyRuleBuilder()
        .withApiGroups(group)
        .withResources(resource)
        .withVerbs(verbs)
        .build();
  }

  /** As a cluster is asked for one of its verbs. */
  ResourceAttributes asked(String verb) {
    String[] parts = resource.split("/", 2);
    return new ResourceAttributesBuilder()
        .withGroup(group)
        .withResource(parts[0])
        .withSubresource(parts.length == 2 ? parts[1] : null)
        .withVerb(verb)
        .build();
  }
}
