package io.tenantproof.platform;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.cluster.ServerSide;
import io.tenantproof.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/**
 * What a cluster must not have before the kit comes: things of the same name that are not its own.
 */
final class Foreign {

  /** The definition by which an Argo CD is known. */
  static final String DEFINITION = "applications.argoproj.io";

  private static final String MONITORING = "prometheuses.monitoring.coreos.com";

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
    new OwnNamespace(Stack.NAMESPACE).requireOwn(client);
    find(client, DEFINITION)
        .filter(there -> !isOwn(there))
        .ifPresent(there -> refuse("an Argo CD of somebody else", DEFINITION));
    find(client, MONITORING)
        .filter(there -> !isSynced(there))
        .ifPresent(there -> refuse("a Prometheus operator of somebody else", MONITORING));
  }

  private static void refuse(String what, String definition) {
    throw new PlatformFailed(
        "The cluster has %s (the definition %s was not applied by TenantProof). Nothing was changed: use another cluster."
            .formatted(what, definition));
  }

  private static Optional<CustomResourceDefinition> find(KubernetesClient client, String name) {
    return Optional.ofNullable(
        client.apiextensions().v1().customResourceDefinitions().withName(name).get());
  }

  // Argo CD marks what it syncs, but no definition: the chart monitoring-crds does that itself.
  /** Whether a definition came from the kit's git. */
  static boolean isSynced(CustomResourceDefinition there) {
    return OwnNamespace.isOwn(there);
  }

  /** Whether the kit has applied a definition. */
  static boolean isOwn(CustomResourceDefinition there) {
    return there.getMetadata().getManagedFields().stream()
        .anyMatch(entry -> ServerSide.FIELD_MANAGER.equals(entry.getManager()));
  }
}
