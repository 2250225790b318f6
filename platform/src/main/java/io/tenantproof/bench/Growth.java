package io.tenantproof.bench;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.isolation.Proof;
import io.tenantproof.probe.Leftovers;
import io.tenantproof.probe.Run;
import io.tenantproof.probe.ThrowAwayTenants;
import io.tenantproof.progress.Progress;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.vector.Prover;
import io.tenantproof.vector.Vectors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How long a proof takes by the number of tenants: each number once, with throw-away tenants that
 * have the guardrails of the kit's chart. It leaves nothing behind: not when it fails and not when
 * it is interrupted.
 *
 * @param cluster with a platform
 * @param gitops the tree with the charts
 * @param families that are tried
 * @param progress is told each number
 */
public record Growth(
    Cluster cluster, Path gitops, List<? extends Vectors> families, Progress progress) {

  /** Copies what it is given. */
  public Growth {
    families = List.copyOf(families);
  }

  /** Measures each number of tenants, in the order given. */
  public List<Size> measure(List<Integer> sizes) {
    new Leftovers(cluster.client()).removeExpired();
    List<Size> measured = new ArrayList<>();
    for (int size : sizes) {
      try (Progress.Step step = progress.begin("%d tenants".formatted(size))) {
        Size one = measure(size);
        step.done("%.1f s".formatted(one.took().toMillis() / 1000.0));
        measured.add(one);
      }
    }
    return List.copyOf(measured);
  }

  /** Measures one number of tenants. */
  public Size measure(int size) {
    KubernetesClient client = cluster.client();
    Run run = Run.begin();
    ThrowAwayTenants made = new ThrowAwayTenants(client, gitops, run);
    List<Tenant> tenants =
        IntStream.range(0, size)
            .mapToObj(number -> new Tenant("%s-%02d".formatted(run.name("tp"), number), "test"))
            .toList();
    return new Leftovers(client)
        .leavingNothing(
            run,
            () -> {
              tenants.forEach(tenant -> made.make(tenant.name()));
              Proof proof =
                  new Prover(cluster, List.copyOf(families), Progress.silent()).prove(tenants);
              return new Size(size, proof.took(), proof.findings().size(), proof.bad());
            });
  }
}
