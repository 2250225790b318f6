package io.tenantproof.platform;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.Optional;

/**
 * A namespace of the kit's own. One of the same name that somebody else made is never touched.
 *
 * @param name of the namespace
 */
record OwnNamespace(String name) {

  /** The label that all namespaces of the kit have. */
  static final String LABEL = "app.kubernetes.io/part-of";

  /** Its value. */
  static final String KIT = "tenantproof";

  /**
   * Refuses a namespace of the same name that is not the kit's.
   *
   * @throws PlatformFailed when there is one
   */
  void requireOwn(KubernetesClient client) {
    find(client)
        .filter(there -> !isOwn(there))
        .ifPresent(
            there -> {
              throw new PlatformFailed(
                  "The cluster has a namespace %s that is not TenantProof's (no label %s=%s). Nothing was changed: use another cluster, or remove that namespace."
                      .formatted(name, LABEL, KIT));
            });
  }

  /** Makes it where it is not there. */
  void ensure(KubernetesClient client) {
    if (find(client).isEmpty()) {
      client.namespaces().resource(wanted()).create();
    }
  }

  /**
   * Removes it with all that is in it, if it is the kit's; whether there was something to remove.
   */
  boolean remove(KubernetesClient client) {
    boolean there = find(client).filter(OwnNamespace::isOwn).isPresent();
    if (there) {
      client.namespaces().withName(name).delete();
    }
    return there;
  }

  private Optional<Namespace> find(KubernetesClient client) {
    return Optional.ofNullable(client.namespaces().withName(name).get());
  }

  /** Whether an object has the label of the kit. */
  static boolean isOwn(HasMetadata there) {
    return Optional.ofNullable(there.getMetadata().getLabels())
        .map(labels -> KIT.equals(labels.get(LABEL)))
        .orElse(false);
  }

  private Namespace wanted() {
    return new NamespaceBuilder()
        .withNewMetadata()
        .withName(name)
        .withLabels(
            Map.of(
                LABEL,
                KIT,
                "pod-security.kubernetes.io/enforce",
                "restricted",
                "pod-security.kubernetes.io/warn",
                "restricted",
                "pod-security.kubernetes.io/audit",
                "restricted"))
        .endMetadata()
        .build();
  }
}
