package io.tenantproof.status;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.tenantproof.argocd.Application;
import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.RunningImages;
import io.tenantproof.platform.GitServer;
import io.tenantproof.platform.OpenPages;
import io.tenantproof.platform.Platform;
import io.tenantproof.platform.Stack;
import io.tenantproof.probe.Run;
import io.tenantproof.status.PlatformStatus.ClusterStatus;
import io.tenantproof.status.PlatformStatus.Components;
import io.tenantproof.status.PlatformStatus.Expected;
import io.tenantproof.status.PlatformStatus.NamespacePods;
import io.tenantproof.status.PlatformStatus.TenantStatus;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.vector.LiveTenants;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at a platform.
 *
 * @param cluster it runs in
 * @param provider that the settings name
 */
public record StatusReader(Cluster cluster, String provider) {

  private static final String PLATFORM_PROJECT = "platform";

  /**
   * Looks once.
   *
   * @throws NoPlatform when the cluster has no Argo CD
   */
  public PlatformStatus read() {
    KubernetesClient client = cluster.client();
    if (!client.supports("argoproj.io/v1alpha1", "Application")) {
      throw new NoPlatform(cluster);
    }
    Map<String, Application> applications =
        new ArgoCd(client)
            .applications().stream()
                .collect(Collectors.toMap(Application::name, Function.identity()));
    return new PlatformStatus(
        cluster(client),
        tenants(client, applications.values().stream().toList()).stream()
            .map(tenant -> tenant(client, tenant, applications))
            .toList(),
        new Components(
            expected(Platform.OWN, applications),
            Stream.of(ArgoCd.NAMESPACE, GitServer.NAMESPACE, Stack.NAMESPACE)
                .map(name -> new NamespacePods(name, PodCount.of(client, name)))
                .filter(one -> one.count().wanted() > 0)
                .toList()),
        cluster.node().map(node -> new OpenPages(node).answering()).orElse(List.of()));
  }

  private ClusterStatus cluster(KubernetesClient client) {
    List<Node> nodes = client.nodes().list().getItems();
    Readiness readiness = Readiness.getInstance();
    return new ClusterStatus(
        cluster.name(),
        provider,
        cluster.kubernetesVersion(),
        nodes.size(),
        nodes.stream()
            .filter(node -> !readiness.isReady(node))
            .map(node -> node.getMetadata().getName())
            .toList());
  }

  // A tenant whose first sync fails has an Application and no namespace yet.
  private static List<Tenant> tenants(KubernetesClient client, List<Application> applications) {
    List<Tenant> tenants = new ArrayList<>(LiveTenants.of(client));
    Set<String> known = tenants.stream().map(Tenant::name).collect(Collectors.toSet());
    client.namespaces().withLabel(Run.LABEL).list().getItems().stream()
        .map(HasMetadata::getMetadata)
        .forEach(throwAway -> known.add(throwAway.getName()));
    known.addAll(Platform.OWN);
    List<String> names =
        applications.stream()
            .filter(one -> one.project().equals(PLATFORM_PROJECT))
            .map(Application::name)
            .filter(name -> !known.contains(name))
            .toList();
    Set<String> parts =
        Stream.concat(known.stream(), names.stream())
            .flatMap(name -> new Tenant(name, "").applications().stream().skip(1))
            .collect(Collectors.toSet());
    names.stream()
        .filter(name -> !parts.contains(name))
        .forEach(name -> tenants.add(new Tenant(name, "")));
    return tenants.stream().sorted(Comparator.comparing(Tenant::name)).toList();
  }

  private static TenantStatus tenant(
      KubernetesClient client, Tenant tenant, Map<String, Application> applications) {
    return new TenantStatus(
        tenant.name(),
        tenant.environment(),
        expected(tenant.applications(), applications),
        new RunningImages(client).in(tenant.namespace()),
        PodCount.of(client, tenant.namespace()),
        QuotaUse.near(client, tenant.namespace()),
        client
            .network()
            .v1()
            .networkPolicies()
            .inNamespace(tenant.namespace())
            .list()
            .getItems()
            .size());
  }

  private static List<Expected> expected(
      List<String> names, Map<String, Application> applications) {
    return names.stream()
        .map(name -> new Expected(name, Optional.ofNullable(applications.get(name))))
        .toList();
  }
}
