package io.tenantproof.platform;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.wait.Together;
import java.util.List;

/**
 * What a user must be allowed to do in a cluster before the kit changes anything there, asked of
 * the cluster itself (https://kubernetes.io/docs/reference/access-authn-authz/authorization/).
 *
 * @param client of the cluster, as the user
 * @param command that needs them, as a person types it
 * @param needed the rules
 */
record Rights(KubernetesClient client, String command, List<Rule> needed) {

  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final String ADMISSION = "admissionregistration.k8s.io";
  private static final String ARGO_CD = "argoproj.io";

  private static final List<Rule> INSTALL =
      List.of(
          Rule.of("apiregistration.k8s.io", "apiservices", "list"),
          Rule.of("", "nodes", "list"),
          Rule.of("discovery.k8s.io", "endpointslices", "list"),
          Rule.of("", "namespaces", "create"),
          Rule.of("", "secrets", "create"),
          Rule.of("apps", "deployments", "create"),
          Rule.of("apiextensions.k8s.io", "customresourcedefinitions", "create"),
          Rule.of(RBAC, "clusterroles", "create", "escalate", "bind"),
          Rule.of(RBAC, "clusterrolebindings", "create"));

  // What probes are made of, what runs may have left, and what controls are tried with.
  private static final List<Rule> PROVE =
      List.of(
          Rule.of("", "namespaces", "get", "list", "create", "patch", "delete"),
          Rule.of("", "nodes", "list"),
          Rule.of("", "nodes/proxy", "get"),
          Rule.of("", "events", "list"),
          Rule.of(
              "", "pods", "get", "list", "watch", "create", "patch", "delete", "deletecollection"),
          Rule.of("", "pods/exec", "get", "create"),
          Rule.of("", "pods/log", "get"),
          Rule.of("", "pods/attach", "get", "create"),
          Rule.of("", "pods/portforward", "get", "create"),
          Rule.of("", "pods/proxy", "get"),
          Rule.of("", "pods/ephemeralcontainers", "patch"),
          Rule.of("", "limitranges", "list", "deletecollection"),
          Rule.of("", "resourcequotas", "list", "patch"),
          Rule.of("", "persistentvolumes", "list", "create", "delete"),
          Rule.of("", "persistentvolumeclaims", "get", "list", "create", "delete"),
          Rule.of("", "services", "get", "list", "create", "patch", "delete"),
          Rule.of("", "services/proxy", "get", "create"),
          Rule.of("", "serviceaccounts", "get", "list", "create", "delete"),
          Rule.of("", "serviceaccounts/token", "create"),
          Rule.of("", "configmaps", "list", "create", "patch"),
          Rule.of("", "secrets", "list", "watch"),
          Rule.of("", "users", "impersonate"),
          Rule.of("", "groups", "impersonate"),
          Rule.of("discovery.k8s.io", "endpointslices", "list"),
          Rule.of("apps", "deployments", "list", "create", "delete"),
          Rule.of("apps", "deployments/scale", "patch"),
          Rule.of("apps", "replicasets", "list"),
          Rule.of("batch", "cronjobs", "create"),
          Rule.of("policy", "poddisruptionbudgets", "list"),
          Rule.of("networking.k8s.io", "ingresses", "create"),
          Rule.of("gateway.networking.k8s.io", "gateways", "create"),
          Rule.of("gateway.networking.k8s.io", "httproutes", "create"),
          Rule.of(
              "networking.k8s.io",
              "networkpolicies",
              "list",
              "create",
              "delete",
              "deletecollection"),
          Rule.of("authorization.k8s.io", "subjectaccessreviews", "create"),
          Rule.of("", "/logs/", "get"),
          Rule.of("", "/metrics", "get"),
          Rule.of(RBAC, "clusterroles", "list", "bind"),
          Rule.of(RBAC, "clusterrolebindings", "list"),
          Rule.of(RBAC, "rolebindings", "list", "create"),
          Rule.of(ADMISSION, "validatingadmissionpolicies", "list"),
          Rule.of(ADMISSION, "validatingadmissionpolicybindings", "list"),
          Rule.of("apiextensions.k8s.io", "customresourcedefinitions", "list"),
          Rule.of("monitoring.coreos.com", "servicemonitors", "list", "create", "delete"),
          Rule.of(ARGO_CD, "applications", "get", "list", "create", "patch", "delete"),
          Rule.of(ARGO_CD, "appprojects", "get", "list", "create", "delete"));

  /** Copies what it is given. */
  Rights {
    needed = List.copyOf(needed);
  }

  /** Those that a platform is installed with, as far as they can be said before. */
  static Rights toInstall(KubernetesClient client) {
    return new Rights(client, "up", INSTALL);
  }

  /** Those that a proof is made with. */
  static Rights toProve(KubernetesClient client) {
    return new Rights(client, "prove", PROVE);
  }

  /**
   * Refuses a user that can't do it.
   *
   * @throws PlatformFailed with what is missing, and as YAML what gives it
   */
  void require() {
    List<Rule> missing = Together.each(needed, this::missing);
    if (!missing.isEmpty()) {
      throw new PlatformFailed(new MissingRights(client, command, needed, missing).text());
    }
  }

  private List<Rule> missing(Rule rule) {
    List<String> refused = rule.verbs().stream().filter(verb -> !isAllowed(rule, verb)).toList();
    return refused.isEmpty() ? List.of() : List.of(rule.only(refused));
  }

  private boolean isAllowed(Rule rule, String verb) {
    return client
        .authorization()
        .v1()
        .selfSubjectAccessReview()
        .create(rule.asked(verb))
        .getStatus()
        .getAllowed();
  }
}
