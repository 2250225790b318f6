package io.tenantproof.story;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.tenantproof.argocd.Application;
import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.Leaving;
import io.tenantproof.platform.GitServer;
import io.tenantproof.platform.Pages.Page;
import io.tenantproof.platform.Platform;
import io.tenantproof.platform.Stack;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.wait.Await;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the acts are played on.
 *
 * @param cluster that runs
 * @param tenants of it, two at least for what is between them
 * @param pages that answer on loopback; none where the cluster is not the kit's own
 * @param patience how long one wait may take
 */
record Stage(Cluster cluster, List<Tenant> tenants, List<Page> pages, Duration patience) {

  /** The name of a tenant's workload, of its Service and of its container. */
  static final String WORKLOAD = "demo-api";

  /** The port that its pods answer at. */
  static final int PORT = 8080;

  Stage {
    tenants = List.copyOf(tenants);
    pages = List.copyOf(pages);
  }

  KubernetesClient client() {
    return cluster.client();
  }

  ArgoCd argoCd() {
    return new ArgoCd(client());
  }

  Await await(Consumer<String> telling) {
    return Await.atMost(patience).telling(telling);
  }

  /** The tenant that the story is told of. */
  Tenant hero() {
    return tenants.getFirst();
  }

  /** Its neighbour. */
  Optional<Tenant> neighbour() {
    return tenants.stream().skip(1).findFirst();
  }

  /** A command of kubectl that reaches this cluster from any shell of this machine. */
  String kubectl(String words) {
    return cluster
        .node()
        .map(node -> "docker exec tenantproof-%s kubectl %s".formatted(node.cluster(), words))
        .orElseGet(() -> "kubectl --context %s %s".formatted(cluster.name(), words));
  }

  /** Where a page is on loopback. */
  Optional<URI> page(String title) {
    return pages.stream().filter(page -> page.title().equals(title)).map(Page::uri).findFirst();
  }

  /** Pods of a tenant's workload that serve. */
  List<Pod> serving(Tenant tenant) {
    return client()
        .pods()
        .inNamespace(tenant.namespace())
        .withLabel("app.kubernetes.io/name", WORKLOAD)
        .list()
        .getItems()
        .stream()
        .filter(Leaving::isNot)
        .filter(pod -> Readiness.getInstance().isReady(pod))
        .toList();
  }

  /** What Argo CD says of the platform's and the tenants' own Applications. */
  List<Application> applications() {
    Set<String> own =
        Stream.concat(
                Platform.OWN.stream(),
                tenants.stream().flatMap(tenant -> tenant.applications().stream()))
            .collect(Collectors.toSet());
    return argoCd().applications().stream().filter(one -> own.contains(one.name())).toList();
  }

  /** Whether a namespace is of the platform: in a node of the kit's own, each one is. */
  boolean isOurs(String namespace) {
    return cluster.node().isPresent()
        || List.of(ArgoCd.NAMESPACE, GitServer.NAMESPACE, Stack.NAMESPACE).contains(namespace)
        || tenants.stream().anyMatch(tenant -> tenant.namespace().equals(namespace));
  }
}
