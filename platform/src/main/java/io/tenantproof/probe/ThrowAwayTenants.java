package io.tenantproof.probe;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.cluster.ServerSide;
import io.tenantproof.helm.HelmChart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What the platform's charts give a tenant, for throw-away tenants: the same files that Argo CD
 * renders, applied by hand.
 *
 * @param client of the cluster
 * @param gitops the tree with the charts
 * @param run that makes the tenants
 */
public record ThrowAwayTenants(KubernetesClient client, Path gitops, Run run) {

  /** Makes a tenant of a name. */
  public void make(String name) {
    of(name).forEach(one -> ServerSide.apply(client, one));
  }

  /** All that a tenant of a name is given, its namespace first and its limits last. */
  public List<HasMetadata> of(String name) {
    List<HasMetadata> all = new ArrayList<>();
    all.addAll(
        loaded(
            new HelmChart(gitops.resolve("charts/tenant"))
                .render(
                    name,
                    name,
                    Map.of(
                        "tenantName",
                        name,
                        "environment",
                        "test",
                        "source.repoURL",
                        "none",
                        "source.revision",
                        "none",
                        "source.file",
                        name + "-values.yaml"))));
    all.addAll(
        loaded(
            new HelmChart(gitops.resolve("charts/views"))
                .render("views", name, Map.of("tenantName", name, "environment", "test"))));
    return all.stream()
        .filter(one -> !one.getApiVersion().startsWith("argoproj.io/"))
        .map(this::prepared)
        .sorted(Comparator.comparingInt(ThrowAwayTenants::turn))
        .toList();
  }

  // A quota that is not counted yet would refuse what comes after it.
  private static int turn(HasMetadata one) {
    return switch (one) {
      case Namespace namespace -> 0;
      case ResourceQuota quota -> 2;
      case LimitRange range -> 2;
      default -> 1;
    };
  }

  private HasMetadata prepared(HasMetadata one) {
    return switch (one) {
      case Namespace namespace ->
          new NamespaceBuilder(namespace)
              .editMetadata()
              .addToLabels(Run.LABEL, run.id())
              .addToAnnotations(Run.EXPIRES, Long.toString(run.expires().getEpochSecond()))
              .endMetadata()
              .build();
      // What matters is that it is there and whose it is.
      case Deployment views ->
          new DeploymentBuilder(views).editSpec().withReplicas(0).endSpec().build();
      default -> one;
    };
  }

  private List<HasMetadata> loaded(String yaml) {
    return client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).items();
  }
}
