package io.tenantproof.tenant;

import java.util.List;

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

  /** The Application of the views that its viewer reads its metrics and logs by. */
  public String views() {
    return name + "-views";
  }

  /** All its Applications. */
  public List<String> applications() {
    return List.of(application(), workload(), views());
  }

  /** Its file below gitops. */
  public String file() {
    return "tenants/" + name + FILE_SUFFIX;
  }
}
