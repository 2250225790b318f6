package io.tenantproof.mutation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.tenantproof.isolation.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Weakenings of what a namespace takes: quota, defaults, Pod Security level. */
final class LimitMutants {

  private static final String ENFORCE = "pod-security.kubernetes.io/enforce";
  // The amounts; counts of objects can't be exceeded by one request that is tried out.
  private static final List<String> AMOUNTS =
      List.of(
          "requests.cpu",
          "limits.cpu",
          "requests.memory",
          "limits.memory",
          "requests.ephemeral-storage",
          "limits.ephemeral-storage",
          "requests.storage");

  private LimitMutants() {}

  static List<Mutant> of() {
    List<Mutant> mutants = new ArrayList<>();
    for (String amount : AMOUNTS) {
      mutants.add(
          mutant(
              "quota." + amount,
              "ResourceQuota tenant has no %s".formatted(amount),
              Objects.change(
                  ResourceQuota.class,
                  "tenant",
                  one ->
                      new ResourceQuotaBuilder(one)
                          .editSpec()
                          .removeFromHard(amount)
                          .endSpec()
                          .build())));
    }
    mutants.add(
        mutant(
            "quota.dropped",
            "ResourceQuota tenant is not there",
            Objects.without(ResourceQuota.class, "tenant")));
    mutants.add(
        mutant(
            "limits.dropped",
            "LimitRange tenant is not there",
            Objects.without(LimitRange.class, "tenant")));
    for (String level : List.of("baseline", "privileged")) {
      mutants.add(
          mutant(
              "pod-security." + level,
              "the namespace enforces the Pod Security level " + level,
              labelled(level)));
    }
    return mutants;
  }

  // The platform's policy refuses such a label on a namespace of a tenant, so this one is of none.
  private static UnaryOperator<List<HasMetadata>> labelled(String level) {
    return all ->
        Objects.change(
                Namespace.class,
                Objects.of(all, Namespace.class).getFirst().getMetadata().getName(),
                one ->
                    new NamespaceBuilder(one)
                        .editMetadata()
                        .addToLabels(ENFORCE, level)
                        .removeFromLabels("tenantproof.io/tenant")
                        .endMetadata()
                        .build())
            .apply(all);
  }

  private static Mutant mutant(String id, String what, UnaryOperator<List<HasMetadata>> change) {
    return new Mutant("limits." + id, what, Family.ADMISSION, change);
  }
}
