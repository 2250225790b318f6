package io.tenantproof.mutation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.isolation.Family;
import io.tenantproof.probe.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Weakenings of rights: verbs and resources added to a role, subjects added to a binding, a binding
 * made one of the whole cluster.
 *
 * @param client of the cluster, which holds the roles
 * @param run that makes roles of its own: those that stand are never changed
 */
record RightsMutants(KubernetesClient client, Run run) {

  private static final String VIEWER = "tenant-viewer";
  private static final String DEPLOYER = "tenant-deployer";

  private record Grant(String id, String group, String resource, String verb) {
    PolicyRule rule() {
      return new PolicyRuleBuilder()
          .withApiGroups(group)
          .withResources(resource)
          .withVerbs(verb)
          .build();
    }
  }

  private static final List<Grant> TO_A_VIEWER =
      List.of(
          new Grant("secrets-list", "", "secrets", "list"),
          new Grant("secrets-watch", "", "secrets", "watch"),
          new Grant("exec-get", "", "pods/exec", "get"),
          new Grant("exec-create", "", "pods/exec", "create"),
          new Grant("attach", "", "pods/attach", "get"),
          new Grant("port-forward", "", "pods/portforward", "get"),
          new Grant("pod-proxy", "", "pods/proxy", "get"),
          new Grant("service-proxy", "", "services/proxy", "get"),
          new Grant("token", "", "serviceaccounts/token", "create"),
          new Grant("debug", "", "pods/ephemeralcontainers", "patch"),
          new Grant("create", "", "configmaps", "create"),
          new Grant("change", "", "pods", "patch"),
          new Grant("delete", "", "pods", "delete"),
          new Grant("scale", "apps", "deployments/scale", "patch"),
          new Grant("roles", "rbac.authorization.k8s.io", "rolebindings", "list"),
          new Grant("everything", "*", "*", "*"));

  private static final List<Grant> TO_A_DEPLOYER =
      List.of(
          new Grant("secrets", "", "secrets", "list"),
          new Grant("pods", "", "pods", "deletecollection"),
          new Grant("exec", "", "pods/exec", "get"),
          new Grant("token", "", "serviceaccounts/token", "create"),
          new Grant("policies", "networking.k8s.io", "networkpolicies", "deletecollection"),
          new Grant("quota", "", "resourcequotas", "patch"),
          new Grant("limits", "", "limitranges", "deletecollection"),
          new Grant("namespace", "", "namespaces", "patch"),
          new Grant("volumes", "", "persistentvolumeclaims", "create"),
          new Grant("everything", "*", "*", "*"));

  List<Mutant> all() {
    ClusterRole viewer = role(VIEWER);
    ClusterRole deployer = role(DEPLOYER);
    List<Mutant> mutants = new ArrayList<>();
    TO_A_VIEWER.forEach(grant -> mutants.add(granted("viewer", viewer, grant)));
    TO_A_DEPLOYER.forEach(grant -> mutants.add(granted("deployer", deployer, grant)));
    viewer.getRules().stream()
        .flatMap(rule -> rule.getResources().stream())
        .distinct()
        .filter(resource -> !resource.contains("/") || resource.equals("pods/log"))
        .forEach(resource -> mutants.add(taken(viewer, resource)));
    for (String binding : List.of("viewer", "deployer")) {
      mutants.add(everybody(binding));
      mutants.add(everywhere(binding, binding.equals("viewer") ? VIEWER : DEPLOYER));
      mutants.add(dropped(binding));
    }
    return mutants;
  }

  private Mutant granted(String binding, ClusterRole role, Grant grant) {
    return mutant(
        "%s.granted-%s".formatted(binding, grant.id()),
        "ClusterRole %s grants %s on %s"
            .formatted(role.getMetadata().getName(), grant.verb(), grant.resource()),
        replaced(
            binding,
            grant.id(),
            Stream.concat(role.getRules().stream(), Stream.of(grant.rule())).toList()));
  }

  private Mutant taken(ClusterRole viewer, String resource) {
    String part = resource.replace('/', '-');
    return mutant(
        "viewer.taken-" + part,
        "ClusterRole %s grants nothing on %s".formatted(VIEWER, resource),
        replaced(
            "viewer",
            "no-" + part,
            viewer.getRules().stream()
                .map(rule -> new PolicyRuleBuilder(rule).removeFromResources(resource).build())
                .filter(rule -> !rule.getResources().isEmpty())
                .toList()));
  }

  // A role of the run's own, and the binding is bound to it.
  private UnaryOperator<List<HasMetadata>> replaced(
      String binding, String id, List<PolicyRule> rules) {
    String name = run.name("tenantproof-%s-%s".formatted(binding, id));
    return Objects.with(
        rebound(binding, name),
        new ClusterRoleBuilder().withMetadata(run.head("", name)).withRules(rules).build());
  }

  private static UnaryOperator<List<HasMetadata>> rebound(String binding, String role) {
    return Objects.change(
        RoleBinding.class,
        binding,
        one -> new RoleBindingBuilder(one).editRoleRef().withName(role).endRoleRef().build());
  }

  private static Mutant everybody(String binding) {
    return mutant(
        binding + ".for-every-account",
        "RoleBinding %s binds every ServiceAccount of the cluster".formatted(binding),
        Objects.change(
            RoleBinding.class,
            binding,
            one ->
                new RoleBindingBuilder(one)
                    .addNewSubject()
                    .withApiGroup("rbac.authorization.k8s.io")
                    .withKind("Group")
                    .withName("system:serviceaccounts")
                    .endSubject()
                    .build()));
  }

  private Mutant everywhere(String binding, String role) {
    return mutant(
        binding + ".in-every-namespace",
        "a ClusterRoleBinding binds the tenant's %s".formatted(binding),
        all -> {
          String namespace = all.getFirst().getMetadata().getName();
          return Objects.with(
                  same -> same,
                  new ClusterRoleBindingBuilder()
                      .withMetadata(run.head("", namespace + "-" + binding))
                      .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", role)
                      .addNewSubject()
                      .withKind("ServiceAccount")
                      .withName(binding)
                      .withNamespace(namespace)
                      .endSubject()
                      .build())
              .apply(all);
        });
  }

  private static Mutant dropped(String binding) {
    return mutant(
        binding + ".dropped",
        "RoleBinding %s is not there".formatted(binding),
        Objects.without(RoleBinding.class, binding));
  }

  private ClusterRole role(String name) {
    return client.rbac().clusterRoles().withName(name).require();
  }

  private static Mutant mutant(String id, String what, UnaryOperator<List<HasMetadata>> change) {
    return new Mutant("rights." + id, what, Family.ACCESS, change);
  }
}
