package io.tenantproof.tenant;

import java.util.List;

/** What Argo CD makes of a tenant's file that comes or goes: what the charts of the tree say. */
final class Consequences {

  private Consequences() {}

  /** What comes of a file that is added. */
  static List<String> made(Tenant tenant) {
    return List.of(
        "the Applications " + String.join(", ", tenant.applications()),
        "the AppProject %s and the namespace %s with its quota, default limits and NetworkPolicies"
            .formatted(tenant.name(), tenant.namespace()),
        "the ServiceAccounts deployer, platform-deployer and viewer with their rights in it",
        "its workload demo-api, and the views that its viewer reads its metrics and logs by");
  }

  /** What goes with a file that is removed, in this order. */
  static List<String> pruned(Tenant tenant) {
    return List.of(
        "the Applications %s with the workload and the views"
            .formatted(String.join(", ", tenant.applications().reversed())),
        "the AppProject %s, the ServiceAccounts and their rights".formatted(tenant.name()),
        "the namespace %s with all that is in it: Secrets, ConfigMaps and claims of volumes too"
            .formatted(tenant.namespace()));
  }

  /** What stays, and for how long. */
  static List<String> kept(Tenant tenant, Retention retention) {
    return List.of(
        "its series in Prometheus until they are %s old".formatted(retention.metrics()),
        "its lines in Loki under the org id %s until they are %s old"
            .formatted(tenant.namespace(), retention.logs()),
        "a tenant of the same name that is added before then finds them again");
  }
}
