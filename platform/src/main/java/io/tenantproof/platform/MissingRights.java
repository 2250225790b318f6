package io.tenantproof.platform;

import io.fabric8.kubernetes.api.model.authentication.SelfSubjectReview;
import io.fabric8.kubernetes.api.model.authentication.SelfSubjectReviewBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.api.model.rbac.SubjectBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a user lacks, in words and as YAML that an administrator may apply.
 *
 * @param client of the cluster, as the user
 * @param command that needs the rights
 * @param needed all rules that it needs: a role that is applied again replaces the one before
 * @param missing those of them that the user lacks
 */
record MissingRights(
    KubernetesClient client, String command, List<Rule> needed, List<Rule> missing) {

  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final String ACCOUNT = "system:serviceaccount:";
  private static final String UNKNOWN = "NAME-OF-THE-USER";

  /** Copies what it is given. */
  MissingRights {
    needed = List.copyOf(needed);
    missing = List.copyOf(missing);
  }

  /** Both. */
  String text() {
    String user = user();
    return """
    The user %s of this kubeconfig may not do what `tenantproof %s` needs. Nothing was changed.
    Missing at least:
    %s
    Use another user, or have an administrator of the cluster apply this (kubectl apply -f FILE):
    %s\
    """
        .formatted(
            user,
            command,
            missing.stream().map(MissingRights::shown).collect(Collectors.joining("\n")),
            yaml(user));
  }

  private static String shown(Rule rule) {
    return "- %s %s%s"
        .formatted(
            String.join(", ", rule.verbs()),
            rule.resource(),
            rule.group().isEmpty() ? "" : "." + rule.group());
  }

  private String yaml(String user) {
    String name = "tenantproof-" + command;
    String role =
        Serialization.asYaml(
            new ClusterRoleBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withRules(needed.stream().map(Rule::policyRule).toList())
                .build());
    String binding =
        Serialization.asYaml(
            new ClusterRoleBindingBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewRoleRef(RBAC, "ClusterRole", name)
                .withSubjects(subject(user))
                .build());
    return "---\n%s---\n%s".formatted(bare(role), bare(binding));
  }

  // Whether the library writes the marker itself is its own affair.
  private static String bare(String document) {
    return document.startsWith("---\n") ? document.substring(4) : document;
  }

  private static Subject subject(String user) {
    if (user.startsWith(ACCOUNT)) {
      String[] parts = user.substring(ACCOUNT.length()).split(":", 2);
      return new SubjectBuilder()
          .withKind("ServiceAccount")
          .withNamespace(parts[0])
          .withName(parts[parts.length - 1])
          .build();
    }
    return new SubjectBuilder().withApiGroup(RBAC).withKind("User").withName(user).build();
  }

  // The cluster knows best; one that is too old for the question, or denies it, leaves a blank.
  private String user() {
    try {
      SelfSubjectReview answer =
          client
              .authentication()
              .v1()
              .selfSubjectReviews()
              .create(new SelfSubjectReviewBuilder().build());
      return answer.getStatus().getUserInfo().getUsername();
    } catch (KubernetesClientException notSaid) {
      return UNKNOWN;
    }
  }
}
