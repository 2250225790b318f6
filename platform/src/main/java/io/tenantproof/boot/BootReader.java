package io.tenantproof.boot;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.boot.Mark.Kind;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.platform.Platform;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.vector.LiveTenants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads how the platform that runs came up; nothing is started again.
 *
 * @param cluster it runs in
 * @param longest wait of the kit, which no step of a boot can have exceeded
 */
public record BootReader(Cluster cluster, Duration longest) {

  private static final String THERE = "the cluster was there before the platform";

  /**
   * Its boot.
   *
   * @throws BootUnknown where the node was started again, or no platform runs
   */
  public Boot read() {
    KubernetesClient client = cluster.client();
    KubernetesTimes kubernetes = new KubernetesTimes(client);
    Milestone begun = kubernetes.argoCdBegun();
    if (begun.time().isEmpty()) {
      throw new BootUnknown(
          "The cluster %s has no Argo CD, so no platform runs there: bring one up with `make demo`."
              .formatted(cluster.name()));
    }
    PodTimes pods = new PodTimes(client);
    List<Tenant> tenants = LiveTenants.of(client);
    List<Milestone> all = new ArrayList<>();
    all.addAll(
        cluster.node().map(node -> new NodeTimes(node, longest).read()).orElse(NodeTimes.none()));
    List<Milestone> nodes = kubernetes.nodes();
    Stream.concat(nodes.stream(), Stream.of(kubernetes.apis()))
        .map(one -> cluster.node().isPresent() ? one : one.forgotten(THERE))
        .forEach(all::add);
    all.add(begun);
    all.add(kubernetes.gitServer());
    all.add(kubernetes.argoCd());
    tenants.forEach(tenant -> all.addAll(pods.workload(tenant)));
    all.addAll(pods.observability());
    Waits waits =
        new Waits(
            nodes.stream()
                .map(Milestone::mark)
                .filter(mark -> mark.kind() == Kind.READY)
                .map(Mark::name)
                .toList(),
            tenants);
    all.addAll(ApplicationTimes.milestones(applications(client, tenants), waits));
    all.sort(Comparator.comparing(one -> one.mark().kind()));
    return Boot.of(waits, all, longest);
  }

  // The platform's own first, then those of tenants in the order in which they make each other.
  private static List<ApplicationTimes> applications(
      KubernetesClient client, List<Tenant> tenants) {
    List<String> order =
        Stream.concat(
                Platform.OWN.stream(), tenants.stream().flatMap(one -> one.applications().stream()))
            .toList();
    return new ArgoCd(client)
        .resources().stream()
            .map(ApplicationTimes::of)
            .filter(one -> order.contains(one.name()))
            .sorted(Comparator.comparingInt(one -> order.indexOf(one.name())))
            .toList();
  }
}
