package io.tenantproof.mutation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBindingBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBuilder;
import io.tenantproof.isolation.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Weakenings of admission policies: not there, only audited, and without each of their rules. */
final class AdmissionMutants {

  private AdmissionMutants() {}

  static List<Mutant> of(List<ValidatingAdmissionPolicy> policies) {
    List<Mutant> mutants = new ArrayList<>();
    for (ValidatingAdmissionPolicy policy : policies) {
      String name = policy.getMetadata().getName();
      mutants.add(
          mutant(
              name,
              "unbound",
              "is bound to nothing",
              all ->
                  Objects.without(ValidatingAdmissionPolicyBinding.class, own(all, name))
                      .apply(all)));
      mutants.add(
          mutant(
              name,
              "audited",
              "is audited and not enforced",
              all ->
                  Objects.change(
                          ValidatingAdmissionPolicyBinding.class,
                          own(all, name),
                          one ->
                              new ValidatingAdmissionPolicyBindingBuilder(one)
                                  .editSpec()
                                  .withValidationActions("Audit")
                                  .endSpec()
                                  .build())
                      .apply(all)));
      for (int i = 0; i < policy.getSpec().getValidations().size(); i++) {
        mutants.add(withoutRule(name, i));
      }
    }
    return mutants;
  }

  // A policy needs one rule at least: this one is always met.
  private static Mutant withoutRule(String name, int index) {
    return mutant(
        name,
        "rule-" + index,
        "lacks its rule " + index,
        all ->
            Objects.change(
                    ValidatingAdmissionPolicy.class,
                    own(all, name),
                    one ->
                        new ValidatingAdmissionPolicyBuilder(one)
                            .editSpec()
                            .editValidation(index)
                            .withExpression("true")
                            .withMessageExpression(null)
                            .endValidation()
                            .endSpec()
                            .build())
                .apply(all));
  }

  // The copies come before the namespace in the list, so it is looked for by the last of a name.
  private static String own(List<HasMetadata> all, String policy) {
    return all.stream()
        .map(one -> one.getMetadata().getName())
        .filter(name -> name.startsWith(policy + "-"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no copy of " + policy));
  }

  private static Mutant mutant(
      String policy, String id, String what, UnaryOperator<List<HasMetadata>> change) {
    return new Mutant(
        "admission.%s.%s".formatted(policy.substring("tenantproof-".length()), id),
        "ValidatingAdmissionPolicy %s %s".formatted(policy, what),
        policy.equals("tenantproof-platform-objects") ? Family.ACCESS : Family.ADMISSION,
        change);
  }
}
