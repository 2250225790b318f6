package io.tenantproof.vector;

import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.tenant.Tenant;
import java.util.Optional;

/**
 * What the Applications of a tenant are made of.
 *
 * @param tenant whose they are
 * @param workload source of the tenant's own
 * @param guardrails source of the platform's for it
 */
record TenantSources(Tenant tenant, GitSource workload, GitSource guardrails) {

  /** As Argo CD has them; empty where it has not both. */
  static Optional<TenantSources> read(ArgoCd argoCd, Tenant tenant) {
    return argoCd
        .source(tenant.workload())
        .flatMap(
            workload ->
                argoCd
                    .source(tenant.application())
                    .map(
                        guardrails ->
                            new TenantSources(
                                tenant, new GitSource(workload), new GitSource(guardrails))));
  }
}
