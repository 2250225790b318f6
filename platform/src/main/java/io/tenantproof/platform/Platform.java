package io.tenantproof.platform;

import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A platform that is up: a cluster whose Argo CD has synced all tenants.
 *
 * @param kit whose platform it is
 * @param cluster where it runs
 * @param source what Argo CD reads
 * @param commit that was synced when it came up
 * @param tenants of that commit
 * @param stack what the namespace observability runs
 * @param createdCluster whether this run has started the cluster
 */
public record Platform(
    Kit kit,
    Cluster cluster,
    Source source,
    String commit,
    List<Tenant> tenants,
    Stack stack,
    boolean createdCluster)
    implements AutoCloseable {

  /** The components of the platform that Argo CD syncs beside the tenants. */
  public static final List<String> COMPONENTS = List.of("monitoring-crds", Stack.NAMESPACE);

  /** All Applications that are the platform's own. */
  public static final List<String> OWN =
      Stream.concat(Stream.of(Bootstrap.ROOT), COMPONENTS.stream()).toList();

  /** Copies what it is given. */
  public Platform {
    tenants = List.copyOf(tenants);
  }

  /** Its Argo CD. */
  public ArgoCd argoCd() {
    return new ArgoCd(cluster.client());
  }

  /** The git server in the cluster. */
  public GitServer gitServer() {
    return new GitServer(cluster);
  }

  /** All that was synced is Synced and Healthy at a commit. */
  public static Expectation settled(ArgoCd argoCd, List<Tenant> tenants, String commit) {
    List<Expectation> parts = new ArrayList<>();
    parts.add(argoCd.settled(Bootstrap.ROOT, commit));
    for (Tenant tenant : tenants) {
      tenant.applications().forEach(name -> parts.add(argoCd.settled(name, commit)));
    }
    return Expectation.allOf(
        "the Applications of %d tenants are Synced and Healthy at %s"
            .formatted(tenants.size(), commit.substring(0, 7)),
        parts);
  }

  /** The platform's own components are Synced and Healthy at a commit. */
  public static Expectation componentsSettled(ArgoCd argoCd, String commit) {
    return Expectation.allOf(
        "the components of the platform are Synced and Healthy at " + commit.substring(0, 7),
        COMPONENTS.stream().map(name -> argoCd.settled(name, commit)).toList());
  }

  /**
   * Makes Argo CD look at git now, and waits until all tenants have what is there.
   *
   * @throws io.tenantproof.wait.NotMet with what each Application said last
   */
  public static void sync(ArgoCd argoCd, List<Tenant> expected, String toCommit, Await await) {
    refresh(argoCd, expected);
    await.until(settled(argoCd, expected, toCommit));
  }

  /** Makes Argo CD look at git now. */
  public static void refresh(ArgoCd argoCd, List<Tenant> tenants) {
    argoCd.refresh(Bootstrap.ROOT);
    argoCd.refreshTenants();
    COMPONENTS.forEach(argoCd::refresh);
    for (Tenant tenant : tenants) {
      tenant.applications().forEach(argoCd::refresh);
    }
  }

  /** Ends the connection; the platform goes on. */
  @Override
  public void close() {
    cluster.close();
  }
}
