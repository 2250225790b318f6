package io.tenantproof.tenant;

/**
 * A tenant, as its file declares it.
 *
 * @param name of the tenant, its namespace and its AppProject
 * @param environment the stage it runs, as in "production"
 */
public record Tenant(String name, String environment) {

  /** What the name of a tenant's file ends with. */
  public static final String FILE_SUFFIX = "-values.yaml";

  /** The label whose value is the tenant's name. */
  public static final String LABEL = "tenantproof.io/tenant";

  /** The namespace of all it runs. */
  public String namespace() {
    return name;
  }

  /** The Application of what the platform team gives it. */
  public String application() {
    return name;
  }

  /** The Application of its workload. */
  public String workload() {
    return name + "-demo-api";
  }

  /** Its file below gitops. */
  public String file() {
    return "tenants/" + name + FILE_SUFFIX;
  }
}
