package io.tenantproof.scenario;

/** Something in a tenant's namespace that keeps the tenant, or others from it. */
public enum Guardrail {
  /** No traffic that is not named. */
  DEFAULT_DENY("networking.k8s.io/v1", "NetworkPolicy", "default-deny"),
  /** Who may look. */
  VIEWER("rbac.authorization.k8s.io/v1", "RoleBinding", "viewer"),
  /** What all pods may use together. */
  QUOTA("v1", "ResourceQuota", "tenant"),
  /** What a container gets that asks for nothing. */
  LIMITS("v1", "LimitRange", "tenant"),
  /** How many pods of the workload may be taken at once. */
  DISRUPTION_BUDGET("policy/v1", "PodDisruptionBudget", "demo-api");

  private final String apiVersion;
  private final String kind;
  private final String object;

  Guardrail(String apiVersion, String kind, String object) {
    this.apiVersion = apiVersion;
    this.kind = kind;
    this.object = object;
  }

  String apiVersion() {
    return apiVersion;
  }

  String kind() {
    return kind;
  }

  String object() {
    return object;
  }

  @Override
  public String toString() {
    return "%s %s".formatted(kind, object);
  }
}
