package io.tenantproof.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Each admission policy is in force for all tenants, and says what it refuses. */
class PolicyRenderTest {

  private static final String POLICY = "ValidatingAdmissionPolicy";
  private static final String BINDING = "ValidatingAdmissionPolicyBinding";
  // A namespace that loses its label is out of a selector's sight.
  private static final String BOUND_EVERYWHERE = "tenantproof-namespaces";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void copy() {
    Rendered.copied("gitops/platform", folder);
  }

  @Test
  void eachPolicyIsBoundAndRefuses() {
    Rendered platform = Rendered.by(command());

    assertThat(platform.of(POLICY)).hasSizeGreaterThan(6);
    assertThat(platform.of(BINDING))
        .extracting(binding -> Yaml.text(binding.path("spec"), "policyName"))
        .containsExactlyInAnyOrderElementsOf(
            platform.of(POLICY).stream().map(Rendered::name).toList());
    assertThat(platform.of(BINDING))
        .extracting(binding -> binding.path("spec").path("validationActions").toString())
        .containsOnly("[\"Deny\"]");
    assertThat(platform.of(POLICY))
        .extracting(policy -> Yaml.text(policy.path("spec"), "failurePolicy"))
        .containsOnly("Fail");
  }

  @Test
  void theBindingsAreForTheNamespacesOfTenants() {
    String tenants = "[{\"key\":\"tenantproof.io/tenant\",\"operator\":\"Exists\"}]";

    for (JsonNode binding : Rendered.by(command()).of(BINDING)) {
      JsonNode resources = binding.path("spec").path("matchResources");
      if (Rendered.name(binding).equals(BOUND_EVERYWHERE)) {
        assertThat(resources.isMissingNode()).isTrue();
      } else {
        assertThat(resources.path("namespaceSelector").path("matchExpressions"))
            .as(Rendered.name(binding))
            .hasToString(tenants);
      }
    }
  }

  @Test
  void eachRefusalSaysWhy() {
    List<JsonNode> validations =
        Rendered.by(command()).of(POLICY).stream()
            .flatMap(policy -> policy.path("spec").path("validations").values().stream())
            .toList();

    assertThat(validations).hasSizeGreaterThan(15);
    assertThat(validations)
        .allSatisfy(one -> assertThat(Yaml.text(one, "message")).isNotBlank())
        .allSatisfy(one -> assertThat(Yaml.text(one, "reason")).isEqualTo("Forbidden"));
  }

  @Test
  void aSystemPriorityIsForNoTenant() {
    assertThatThrownBy(
            () ->
                command()
                    .set("guardrails.allowedPriorityClasses[0]", "system-node-critical")
                    .call())
        .hasMessageContaining("allowedPriorityClasses");
    assertThat(command().set("guardrails.allowedPriorityClasses[0]", "batch").call())
        .contains("in [\"\",\"batch\"]");
  }

  private TemplateCommand command() {
    return new Helm(folder)
        .template()
        .withName("platform")
        .withNamespace("argocd")
        .set("source.repoURL", "http://git")
        .set("source.revision", "main");
  }
}
