package io.tenantproof.scenario;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.cluster.NodeContainer;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The two nodes of a cluster of the kit's own, the first of which runs the control plane.
 *
 * @param cluster whose they are
 * @param tenants names of the tenants whose workloads run there
 */
public record Nodes(Cluster cluster, List<String> tenants) {

  private static final Duration AT_ONCE = Duration.ofSeconds(20);

  /** Copies what it is given. */
  public Nodes {
    tenants = List.copyOf(tenants);
  }

  /** The name of the node with the control plane. */
  public String first() {
    return cluster.nodes().getFirst().hostname();
  }

  /** The name of the other one. */
  public String second() {
    return other().hostname();
  }

  private NodeContainer other() {
    List<NodeContainer> all = cluster.nodes();
    if (all.size() != 2) {
      throw new IllegalStateException("expected two nodes, found %d".formatted(all.size()));
    }
    return all.getLast();
  }

  /** Those of a platform. */
  public static Nodes of(Scenario scenario) {
    return new Nodes(
        scenario.platform().cluster(), scenario.tenants().stream().map(TenantView::name).toList());
  }

  /** Ways between pods on different nodes, tried. */
  public Crossings crossings() {
    return Crossings.tried(cluster.client(), tenants, List.of(first(), second()));
  }

  /** The nodes that ready pods of a tenant's workload are on. */
  public SortedSet<String> of(String tenant) {
    return ready(tenant).stream()
        .map(pod -> pod.getSpec().getNodeName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Each tenant's workload has a ready pod on each node. */
  public Expectation bothHaveAllTenants() {
    return new Expectation(
        "each tenant has a ready pod on each node",
        () ->
            Outcome.of(
                tenants.stream().allMatch(tenant -> of(tenant).size() == 2),
                tenants.stream()
                    .map(tenant -> "%s on %s".formatted(tenant, of(tenant)))
                    .collect(Collectors.joining("; "))));
  }

  /**
   * Has a tenant's view run on the second node.
   *
   * @return that it does
   */
  public Expectation viewOnSecond(String tenant) {
    PodGroup views = PodGroup.named(cluster.client(), tenant, "views");
    List<Pod> before = views.present();
    if (before.stream().allMatch(pod -> second().equals(pod.getSpec().getNodeName()))) {
      return views.readyBeside(List.of(), 1);
    }
    setSchedulable(first(), false);
    before.forEach(pod -> cluster.client().pods().resource(pod).withGracePeriod(0).delete());
    return views.readyBeside(before, 1);
  }

  /** What a tenant's view of metrics answers through the API server. */
  public String viewed(String tenant) {
    return String.valueOf(
        cluster
            .client()
            .raw(
                "/api/v1/namespaces/%s/services/metrics-view/proxy/api/v1/query?query=up"
                    .formatted(tenant)));
  }

  /** Pods may be put anywhere. */
  public void openAll() {
    List.of(first(), second()).forEach(node -> setSchedulable(node, true));
  }

  private void setSchedulable(String node, boolean schedulable) {
    var _ =
        cluster
            .nodes()
            .getFirst()
            .run(AT_ONCE, "kubectl", schedulable ? "uncordon" : "cordon", node);
  }

  /** A tenant's workload has all its pods, ready, on one node. */
  public boolean isWholeOn(String tenant, String node) {
    List<Pod> ready = ready(tenant);
    return ready.size() >= 2
        && ready.stream().allMatch(pod -> node.equals(pod.getSpec().getNodeName()));
  }

  /** Has a pod of each tenant that is on one node alone replaced, as the next rollout would. */
  public void spreadAgain() {
    for (String tenant : tenants) {
      if (of(tenant).size() < 2) {
        cluster.client().pods().resource(ready(tenant).getFirst()).delete();
      }
    }
  }

  private List<Pod> ready(String tenant) {
    KubernetesClient client = cluster.client();
    return PodGroup.named(client, tenant, "demo-api").pods().stream()
        .filter(PodDoor::ready)
        .toList();
  }
}
