package io.tenantproof.tenant;

/**
 * A tenant with what its file and the chart's defaults make of it.
 *
 * @param tenant who
 * @param image that its workload is to run
 * @param replicas how many pods serve it
 */
public record DeclaredTenant(Tenant tenant, String image, int replicas) {

  /** Its file as people call it. */
  public String file() {
    return "gitops/" + tenant.file();
  }
}
