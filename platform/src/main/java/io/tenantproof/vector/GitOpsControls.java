package io.tenantproof.vector;

import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.probe.Run;

/**
 * The Applications that Argo CD lets in though it refuses their like of a tenant. One for each kind
 * of way is enough: what they show does not depend on the tenant.
 *
 * @param ownSource a tenant's Application as it is, in the tenant's project
 * @param otherNamespace for another tenant's namespace
 * @param platformNamespace for the platform's
 * @param otherRepository from another repository
 * @param guardrails what the platform syncs for a tenant
 */
record GitOpsControls(
    TrialApplication ownSource,
    TrialApplication otherNamespace,
    TrialApplication platformNamespace,
    TrialApplication otherRepository,
    TrialApplication guardrails) {

  static GitOpsControls of(Run run, TenantSources one, TenantSources other) {
    String open = new OpenProject(run).name();
    String own = one.tenant().namespace();
    String others = other.tenant().namespace();
    GitSource source = one.workload();
    return new GitOpsControls(
        TrialApplication.of(run, "own", one.tenant().name(), source, own),
        TrialApplication.of(run, "open-tenant", open, source, others),
        TrialApplication.of(run, "open-platform", open, source, ArgoCd.NAMESPACE),
        TrialApplication.of(run, "open-repository", open, source.ofAnotherRepository(), own),
        TrialApplication.of(run, "open-guardrails", open, other.guardrails(), others).triedOut());
  }
}
