package io.tenantproof.platform;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.helm.HelmRelease;
import io.tenantproof.probe.Leftovers;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes the platform out of a cluster that is not the kit's own: first what Argo CD has synced, by
 * Argo CD itself, then Argo CD.
 *
 * @param kit whose platform it is
 * @param folder of its files
 */
record PlatformDown(Kit kit, Path folder) {

  /** Does it and says what was removed. */
  List<String> run() {
    try (Cluster cluster =
        new ClusterUp(
                kit,
                new PlatformRequest("", folder, Map.of(), true),
                io.tenantproof.progress.Progress.silent())
            .run()
            .cluster()) {
      return remove(cluster);
    }
  }

  private List<String> remove(Cluster cluster) {
    KubernetesClient client = cluster.client();
    List<String> removed = new ArrayList<>();
    Foreign.refuse(client, List.of());
    if (isDefined(client)) {
      // Nothing in git would ever remove an Application that a killed run has left.
      new Leftovers(client).removeAll();
      ArgoCd argoCd = new ArgoCd(client);
      argoCd.delete(Bootstrap.ROOT);
      Await.atMost(PlatformUp.wait(kit))
          .until(
              new Expectation(
                  "Argo CD has removed all Applications",
                  () ->
                      Outcome.of(
                          argoCd.applications().isEmpty(), argoCd.applications().toString())));
      removed.add("tenants and observability");
    }
    for (String namespace : List.of(GitServer.NAMESPACE, ArgoCd.NAMESPACE)) {
      HelmRelease.remove(cluster, namespace, namespace);
      if (new OwnNamespace(namespace).remove(client)) {
        awaitGone(client, namespace);
        removed.add("namespace " + namespace);
      }
    }
    client.apiextensions().v1().customResourceDefinitions().list().getItems().stream()
        .filter(PlatformDown::isOfTheKit)
        .forEach(
            one -> {
              client.resource(one).delete();
              removed.add("definition " + one.getMetadata().getName());
            });
    return removed;
  }

  private static boolean isOfTheKit(CustomResourceDefinition one) {
    return switch (one.getSpec().getGroup()) {
      case "argoproj.io" -> Foreign.isOwn(one);
      case "monitoring.coreos.com" -> Foreign.isSynced(one);
      default -> false;
    };
  }

  private static void awaitGone(KubernetesClient client, String namespace) {
    Await.atMost(Duration.ofMinutes(2))
        .until(
            new Expectation(
                "the namespace %s is gone".formatted(namespace),
                () ->
                    Outcome.of(
                        client.namespaces().withName(namespace).get() == null,
                        "the namespace %s is there".formatted(namespace))));
  }

  private static boolean isDefined(KubernetesClient client) {
    return client
            .apiextensions()
            .v1()
            .customResourceDefinitions()
            .withName(Foreign.DEFINITION)
            .get()
        != null;
  }
}
