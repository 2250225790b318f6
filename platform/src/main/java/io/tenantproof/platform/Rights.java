package io.tenantproof.platform;

import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a user must be allowed to do in a cluster before the kit changes anything there, asked of
 * the cluster itself (https://kubernetes.io/docs/reference/access-authn-authz/authorization/).
 *
 * @param client of the cluster, as the user
 */
record Rights(KubernetesClient client) {

  private static final List<Rule> NEEDED =
      List.of(
          new Rule("apiregistration.k8s.io", "apiservices", "list"),
          new Rule("", "namespaces", "create"),
          new Rule("", "secrets", "create"),
          new Rule("apps", "deployments", "create"),
          new Rule("apiextensions.k8s.io", "customresourcedefinitions", "create"),
          new Rule("rbac.authorization.k8s.io", "clusterroles", "create"),
          new Rule("rbac.authorization.k8s.io", "clusterrolebindings", "create"),
          new Rule("rbac.authorization.k8s.io", "clusterroles", "escalate"),
          new Rule("rbac.authorization.k8s.io", "clusterroles", "bind"));

  private record Rule(String group, String resource, String verb) {

    private String asYaml() {
      return "- {apiGroups: [\"%s\"], resources: [%s], verbs: [%s]}"
          .formatted(group, resource, verb);
    }
  }

  /**
   * Refuses a user that can't do it.
   *
   * @throws PlatformFailed with the rules that are missing, as YAML
   */
  void require() {
    List<Rule> missing = NEEDED.stream().filter(rule -> !isAllowed(rule)).toList();
    if (!missing.isEmpty()) {
      throw new PlatformFailed(
          """
          The user of this kubeconfig may not do what the platform needs. Nothing was changed. \
          Use another user, an administrator of the cluster at best; these rules are missing at least:
          %s\
          """
              .formatted(missing.stream().map(Rule::asYaml).collect(Collectors.joining("\n"))));
    }
  }

  private boolean isAllowed(Rule rule) {
    SelfSubjectAccessReview answer =
        client
            .authorization()
            .v1()
            .selfSubjectAccessReview()
            .create(
                new SelfSubjectAccessReviewBuilder()
                    .withNewSpec()
                    .withNewResourceAttributes()
                    .withGroup(rule.group())
                    .withResource(rule.resource())
                    .withVerb(rule.verb())
                    .endResourceAttributes()
                    .endSpec()
                    .build());
    return answer.getStatus().getAllowed();
  }
}
