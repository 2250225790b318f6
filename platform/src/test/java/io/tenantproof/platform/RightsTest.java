package io.tenantproof.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fabric8.kubernetes.api.model.authorization.v1.ResourceAttributes;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RightsTest {

  @Test
  void whoMayDoAllIsNotHeldUp() {
    try (ReviewingServer server = new ReviewingServer("ann", any -> true);
        KubernetesClient client = server.client()) {
      assertThatCode(() -> Rights.toProve(client).require()).doesNotThrowAnyException();
      assertThatCode(() -> Rights.toInstall(client).require()).doesNotThrowAnyException();
    }
  }

  @Test
  void whatIsMissingIsSaidAndOnlyAskedFor() {
    try (ReviewingServer server = new ReviewingServer("ann", RightsTest::isNoExec);
        KubernetesClient client = server.client()) {
      assertThat(refusal(client, Rights::toProve))
          .startsWith("The user ann of this kubeconfig may not do what `tenantproof prove` needs.")
          .contains("Nothing was changed.")
          .contains("\n- create pods/exec\n")
          .doesNotContain("\n- list nodes");
      assertThat(server.asked())
          .isNotEmpty()
          .allMatch(one -> one.matches("POST /apis/auth\\S+/v1/selfsubject\\w*reviews"));
    }
  }

  @Test
  void theYamlGivesAllThatIsNeededToTheUser() {
    List<String> yaml = yaml(refusal("ann", any -> false, Rights::toProve));

    ClusterRole role = Serialization.unmarshal(yaml.getFirst(), ClusterRole.class);
    ClusterRoleBinding binding = Serialization.unmarshal(yaml.getLast(), ClusterRoleBinding.class);
    assertThat(role.getRules())
        .hasSizeGreaterThan(20)
        .anySatisfy(
            rule -> {
              assertThat(rule.getResources()).containsExactly("pods/exec");
              assertThat(rule.getVerbs()).containsExactly("get", "create");
            });
    assertThat(role.getRules())
        .flatExtracting(PolicyRule::getApiGroups)
        .contains("", "argoproj.io", "networking.k8s.io");
    assertThat(binding.getRoleRef().getName()).isEqualTo(role.getMetadata().getName());
    assertThat(binding.getSubjects()).extracting(Subject::getKind).containsExactly("User");
    assertThat(binding.getSubjects()).extracting(Subject::getName).containsExactly("ann");
  }

  @Test
  void whatIsThereAlreadyIsGivenAgainAsTheRoleReplacesTheOneBefore() {
    assertThat(refusal("ann", RightsTest::isNoExec, Rights::toProve))
        .contains("  - \"endpointslices\"");
  }

  @Test
  void aServiceAccountIsNamedAsOne() {
    String binding =
        yaml(refusal("system:serviceaccount:ci:prover", any -> false, Rights::toProve)).getLast();

    Subject subject =
        Serialization.unmarshal(binding, ClusterRoleBinding.class).getSubjects().getFirst();
    assertThat(subject.getKind()).isEqualTo("ServiceAccount");
    assertThat(subject.getNamespace()).isEqualTo("ci");
    assertThat(subject.getName()).isEqualTo("prover");
  }

  @Test
  void whereTheClusterDoesNotSayWhoAsksTheNameIsLeftOpen() {
    assertThat(refusal("", any -> false, Rights::toProve)).contains("name: \"NAME-OF-THE-USER\"");
  }

  @Test
  void aProofNeedsNoRightToInstall() {
    Predicate<ResourceAttributes> prover =
        one -> !one.getResource().equals("apiservices") && !one.getVerb().equals("escalate");
    try (ReviewingServer server = new ReviewingServer("ann", prover);
        KubernetesClient client = server.client()) {
      assertThatCode(() -> Rights.toProve(client).require()).doesNotThrowAnyException();
      assertThat(refusal(client, Rights::toInstall))
          .contains("- list apiservices.apiregistration", "- escalate clusterroles.rbac");
    }
  }

  private static boolean isNoExec(ResourceAttributes one) {
    return !(Objects.equals(one.getSubresource(), "exec") && one.getVerb().equals("create"));
  }

  private static List<String> yaml(String refusal) {
    List<String> documents = List.of(refusal.split("---\n"));
    return documents.subList(1, documents.size());
  }

  private static String refusal(
      String user,
      Predicate<ResourceAttributes> grants,
      Function<KubernetesClient, Rights> rights) {
    try (ReviewingServer server = new ReviewingServer(user, grants);
        KubernetesClient client = server.client()) {
      return refusal(client, rights);
    }
  }

  private static String refusal(
      KubernetesClient client, Function<KubernetesClient, Rights> rights) {
    return String.valueOf(
        catchThrowableOfType(PlatformFailed.class, () -> rights.apply(client).require())
            .getMessage());
  }
}
