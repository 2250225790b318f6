package io.tenantproof.fault;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.platform.GitServer;
import io.tenantproof.platform.Platform;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.wait.Expectation;
import java.util.List;

/**
 * The git server is away for a while, and Argo CD asks it meanwhile.
 *
 * @param client of the cluster
 * @param tenants all there are
 */
public record GitAbsence(KubernetesClient client, List<Tenant> tenants) {

  /** Copies what it is given. */
  public GitAbsence {
    tenants = List.copyOf(tenants);
  }

  /**
   * Takes it away, and has Argo CD look at git for all that it syncs, again and again: the answer
   * to the first may come from the server's last moment.
   *
   * @return that Argo CD says of each tenant's workload that it can't read git: what it does then,
   *     it does knowing that
   */
  public Expectation begin() {
    gitServer().scale(0);
    ArgoCd argoCd = new ArgoCd(client);
    Expectation complaints =
        Expectation.allOf(
            "Argo CD can't read what tenants are to run",
            tenants.stream()
                .map(tenant -> argoCd.complains(tenant.workload(), GitServer.NAME))
                .toList());
    return new Expectation(
        complaints.what(),
        () -> {
          Platform.refresh(argoCd, tenants);
          return complaints.look().get();
        });
  }

  /** Brings it back. */
  public void end() {
    gitServer().scale(1);
  }

  private RollableScalableResource<Deployment> gitServer() {
    return client.apps().deployments().inNamespace(GitServer.NAMESPACE).withName(GitServer.NAME);
  }
}
