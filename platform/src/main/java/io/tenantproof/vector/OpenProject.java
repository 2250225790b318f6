package io.tenantproof.vector;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.probe.Run;
import java.util.List;
import java.util.Map;

/**
 * A throw-away AppProject that lets everything in: what is refused in a tenant's project and not in
 * this one, the tenant's project refuses. Who may not write in Argo CD's namespace can't use it.
 *
 * @param run that makes it
 */
record OpenProject(Run run) {

  private static final List<Map<String, String>> EVERY_KIND =
      List.of(Map.of("group", "*", "kind", "*"));

  String name() {
    return run.name("tenantproof-open");
  }

  GenericKubernetesResource resource() {
    return new GenericKubernetesResourceBuilder()
        .withApiVersion("argoproj.io/v1alpha1")
        .withKind("AppProject")
        .withMetadata(run.head(ArgoCd.NAMESPACE, name()))
        .addToAdditionalProperties(
            "spec",
            Map.of(
                "description",
                "Throw-away: lets in what tenants' projects refuse",
                "sourceRepos",
                List.of("*"),
                "destinations",
                List.of(Map.of("server", TrialApplication.SERVER, "namespace", "*")),
                // As in the project platform: no sync runs without one, not even a dry one.
                "destinationServiceAccounts",
                List.of(
                    Map.of(
                        "server",
                        TrialApplication.SERVER,
                        "namespace",
                        "*",
                        "defaultServiceAccount",
                        ArgoCd.NAMESPACE + ":platform-deployer")),
                "clusterResourceWhitelist",
                EVERY_KIND,
                "namespaceResourceWhitelist",
                EVERY_KIND))
        .build();
  }
}
