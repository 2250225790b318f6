package io.tenantproof.mutation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBindingBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.probe.Run;
import io.tenantproof.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Admission policies of a throw-away namespace alone: copies of those of the platform. The
 * namespace carries no label of a tenant, so that the platform's own do not look at it.
 *
 * @param client of the cluster
 * @param run that makes them
 */
record PolicyCopies(KubernetesClient client, Run run) {

  /** The platform's policies; the one on namespaces is bound everywhere and can't be copied. */
  List<ValidatingAdmissionPolicy> originals() {
    return client
        .admissionRegistration()
        .v1()
        .validatingAdmissionPolicies()
        .list()
        .getItems()
        .stream()
        .filter(one -> one.getMetadata().getName().startsWith("tenantproof-"))
        .filter(one -> !one.getMetadata().getName().equals("tenantproof-namespaces"))
        .filter(one -> !labels(one).containsKey(Run.LABEL))
        .toList();
  }

  /** The guardrails of a namespace with copies of the policies in place of its label. */
  List<HasMetadata> in(List<HasMetadata> guardrails) {
    String namespace = guardrails.getFirst().getMetadata().getName();
    List<HasMetadata> all = new ArrayList<>();
    for (ValidatingAdmissionPolicy original : originals()) {
      String name = original.getMetadata().getName();
      all.add(copy(original, named(name, namespace)));
      all.add(binding(named(name, namespace), namespace));
    }
    all.addAll(
        Objects.change(
                Namespace.class,
                namespace,
                one ->
                    new NamespaceBuilder(one)
                        .editMetadata()
                        .removeFromLabels(Tenant.LABEL)
                        .endMetadata()
                        .build())
            .apply(guardrails));
    return all;
  }

  /** The name of a copy. */
  static String named(String policy, String namespace) {
    return policy + "-" + namespace;
  }

  private ValidatingAdmissionPolicy copy(ValidatingAdmissionPolicy original, String name) {
    return new ValidatingAdmissionPolicyBuilder()
        .withMetadata(run.head("", name))
        .withSpec(original.getSpec())
        .build();
  }

  private ValidatingAdmissionPolicyBinding binding(String name, String namespace) {
    return new ValidatingAdmissionPolicyBindingBuilder()
        .withMetadata(run.head("", name))
        .withNewSpec()
        .withPolicyName(name)
        .withValidationActions("Deny")
        .withNewMatchResources()
        .withNewNamespaceSelector()
        .withMatchLabels(Map.of("kubernetes.io/metadata.name", namespace))
        .endNamespaceSelector()
        .endMatchResources()
        .endSpec()
        .build();
  }

  private static Map<String, String> labels(HasMetadata one) {
    return java.util.Objects.requireNonNullElse(one.getMetadata().getLabels(), Map.of());
  }
}
