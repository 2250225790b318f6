package io.tenantproof.scenario;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a cluster has of a tenant, by the label that all of it carries and by its names.
 *
 * @param client of the cluster, as its administrator
 * @param tenant there or not
 */
record Traces(KubernetesClient client, Tenant tenant) {

  private static final String ARGO_CD = "argoproj.io/v1alpha1";

  /** Each object as KIND NAMESPACE/NAME; empty once nothing is left. */
  List<String> all() {
    List<HasMetadata> found = new ArrayList<>();
    // Only one of that name: the platform's own namespaces carry no tenant's label.
    Stream.ofNullable(client.namespaces().withName(tenant.namespace()).get()).forEach(found::add);
    found.addAll(
        client.rbac().roleBindings().inAnyNamespace().withLabels(label()).list().getItems());
    found.addAll(client.rbac().clusterRoleBindings().withLabels(label()).list().getItems());
    found.addAll(
        client
            .network()
            .v1()
            .networkPolicies()
            .inAnyNamespace()
            .withLabels(label())
            .list()
            .getItems());
    found.addAll(client.services().inAnyNamespace().withLabels(label()).list().getItems());
    found.addAll(client.pods().inAnyNamespace().withLabels(label()).list().getItems());
    for (String kind : List.of("AppProject", "Application")) {
      found.addAll(
          client
              .genericKubernetesResources(ARGO_CD, kind)
              .inNamespace(ArgoCd.NAMESPACE)
              .list()
              .getItems()
              .stream()
              .filter(this::isOfIt)
              .toList());
    }
    return found.stream()
        .map(
            one ->
                "%s %s/%s"
                    .formatted(
                        one.getKind(),
                        one.getMetadata().getNamespace(),
                        one.getMetadata().getName()))
        .toList();
  }

  private Map<String, String> label() {
    return Map.of(Tenant.LABEL, tenant.name());
  }

  // One whose label is gone is found by its name.
  private boolean isOfIt(HasMetadata one) {
    return tenant.applications().contains(one.getMetadata().getName())
        || Stream.ofNullable(one.getMetadata().getLabels())
            .anyMatch(labels -> tenant.name().equals(labels.get(Tenant.LABEL)));
  }
}
