package io.tenantproof.platform;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.helm.HelmRelease;
import io.tenantproof.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/**
 * What a cluster must not have before the kit comes: things of the same name that are not its own.
 */
final class Foreign {

  /** The definition by which an Argo CD is known. */
  static final String DEFINITION = "applications.argoproj.io";

  private Foreign() {}

  /**
   * Looks before anything is changed.
   *
   * @throws PlatformFailed naming what is there
   */
  static void refuse(KubernetesClient client, List<Tenant> tenants) {
    new OwnNamespace(ArgoCd.NAMESPACE).requireOwn(client);
    new OwnNamespace(GitServer.NAMESPACE).requireOwn(client);
    tenants.forEach(tenant -> new OwnNamespace(tenant.namespace()).requireOwn(client));
    Optional.ofNullable(
            client.apiextensions().v1().customResourceDefinitions().withName(DEFINITION).get())
        .filter(there -> !isOwn(there))
        .ifPresent(
            there -> {
              throw new PlatformFailed(
                  "The cluster has an Argo CD of somebody else (the definition %s was not applied by TenantProof). Nothing was changed: use another cluster."
                      .formatted(DEFINITION));
            });
  }

  /** Whether the kit has applied a definition. */
  static boolean isOwn(CustomResourceDefinition there) {
    return there.getMetadata().getManagedFields().stream()
        .anyMatch(entry -> HelmRelease.FIELD_MANAGER.equals(entry.getManager()));
  }
}
