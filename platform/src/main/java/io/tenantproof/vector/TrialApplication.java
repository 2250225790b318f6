package io.tenantproof.vector;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.probe.Run;
import java.util.Map;

/**
 * A throw-away Application. Argo CD compares it and never syncs it by itself; the most that is
 * asked for is a dry run of a sync. Without a finalizer nothing follows from its removal.
 *
 * @param name that no other run has
 * @param namespace that it is in
 * @param project its AppProject
 * @param source of its manifests
 * @param destination the namespace that it is for
 * @param dryRun whether a sync is tried out
 */
record TrialApplication(
    String name,
    String namespace,
    String project,
    GitSource source,
    String destination,
    boolean dryRun) {

  /** The API server that Argo CD runs on. */
  static final String SERVER = "https://kubernetes.default.svc";

  // The alerts of Applications leave out what is called so.
  private static final String STEM = "tenantproof-";

  /** One beside all others. */
  static TrialApplication of(
      Run run, String what, String project, GitSource source, String destination) {
    return new TrialApplication(
        run.name(STEM + what), ArgoCd.NAMESPACE, project, source, destination, false);
  }

  /** The same in another namespace. */
  TrialApplication in(String other) {
    return new TrialApplication(name, other, project, source, destination, dryRun);
  }

  /** The same with a sync that is tried out. */
  TrialApplication triedOut() {
    return new TrialApplication(name, namespace, project, source, destination, true);
  }

  GenericKubernetesResource resource(Run run) {
    GenericKubernetesResourceBuilder resource =
        new GenericKubernetesResourceBuilder()
            .withApiVersion("argoproj.io/v1alpha1")
            .withKind("Application")
            .withMetadata(run.head(namespace, name))
            .addToAdditionalProperties(
                "spec",
                Map.of(
                    "project",
                    project,
                    "source",
                    source.spec(),
                    "destination",
                    Map.of("server", SERVER, "namespace", destination)));
    return dryRun
        ? resource.addToAdditionalProperties("operation", sync()).build()
        : resource.build();
  }

  // https://argo-cd.readthedocs.io/en/stable/user-guide/sync-kubectl/
  private static Map<String, Object> sync() {
    return Map.of(
        "initiatedBy",
        Map.of("username", "tenantproof"),
        "sync",
        Map.of("dryRun", true, "syncStrategy", Map.of("apply", Map.of("force", false))));
  }
}
