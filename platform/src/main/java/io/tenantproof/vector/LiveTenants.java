package io.tenantproof.vector;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.probe.Run;
import io.tenantproof.tenant.Tenant;
import java.util.List;

/** The tenants that a cluster has, as their namespaces say it. */
public final class LiveTenants {

  private LiveTenants() {}

  /** All of them, sorted by name; throw-away ones are left out. */
  public static List<Tenant> of(KubernetesClient client) {
    return client.namespaces().withLabel(Tenant.LABEL).list().getItems().stream()
        .map(namespace -> namespace.getMetadata().getLabels())
        .filter(labels -> !labels.containsKey(Run.LABEL))
        .map(
            labels ->
                new Tenant(
                    labels.getOrDefault(Tenant.LABEL, ""),
                    labels.getOrDefault("tenantproof.io/environment", "")))
        .sorted(java.util.Comparator.comparing(Tenant::name))
        .toList();
  }
}
