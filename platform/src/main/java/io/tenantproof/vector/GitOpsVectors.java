package io.tenantproof.vector;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.isolation.Expected;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Observation;
import io.tenantproof.isolation.Vector;
import io.tenantproof.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What git, and whoever writes Applications in a tenant's project, can make Argo CD do. All of it
 * is tried with throw-away Applications that are never synced: they are compared, or their sync is
 * a dry run.
 */
public final class GitOpsVectors implements Vectors {

  private static final Vector SOURCES =
      new Vector(
          "gitops.applications",
          Family.GITOPS,
          "a tenant has its Applications",
          "ApplicationSet tenants");

  @Override
  public Family family() {
    return Family.GITOPS;
  }

  @Override
  public List<Finding> explore(Ground ground) {
    KubernetesClient client = ground.cluster().client();
    if (!PlatformTargets.present(client).contains(ArgoCd.NAMESPACE)) {
      String none = "this cluster has no namespace " + ArgoCd.NAMESPACE;
      return List.of(applications("tenants", none, Observation.notTried(none)));
    }
    ArgoCd argoCd = new ArgoCd(client);
    List<Finding> findings = new ArrayList<>();
    List<TenantSources> known = new ArrayList<>();
    for (Tenant tenant : ground.tenants()) {
      TenantSources.read(argoCd, tenant)
          .ifPresentOrElse(known::add, () -> findings.add(unknown(tenant)));
    }
    if (!known.isEmpty()) {
      findings.addAll(GitOpsTrials.of(argoCd, ground.run()).findings(ways(ground, known)));
    }
    return findings;
  }

  // Each tenant tries the next: the number of Applications grows with that of tenants, not of
  // pairs.
  private static List<GitOpsWay> ways(Ground ground, List<TenantSources> all) {
    TenantSources first = all.getFirst();
    GitOpsWays ways =
        new GitOpsWays(
            ground.run(), GitOpsControls.of(ground.run(), first, all.get(1 % all.size())));
    List<GitOpsWay> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      found.addAll(ways.of(all.get(i), all.get((i + 1) % all.size())));
    }
    return found;
  }

  private static Finding unknown(Tenant tenant) {
    String expected = "Applications %s and %s".formatted(tenant.application(), tenant.workload());
    return applications(
        tenant.name(),
        expected,
        Observation.refused("not both are there, with a source: " + expected));
  }

  private static Finding applications(String from, String target, Observation seen) {
    return new Finding(
        SOURCES, from, ArgoCd.NAMESPACE, target, Expected.OPEN, seen, Optional.empty());
  }
}
