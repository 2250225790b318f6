package io.tenantproof.vector;

import io.tenantproof.cluster.Cluster;
import io.tenantproof.probe.ProbePods;
import io.tenantproof.probe.Run;
import io.tenantproof.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What vectors are tried on: tenants with a probe in each, and two throw-away namespaces without
 * any guardrail.
 *
 * @param cluster that is looked at
 * @param run that looks
 * @param tenants whose isolation is looked at
 * @param probes by place: a tenant's namespace, or one of the places below
 * @param services address of the Service of the probe, by namespace
 */
public record Ground(
    Cluster cluster,
    Run run,
    List<Tenant> tenants,
    ProbePods probes,
    Map<String, String> services) {

  /** A pod in the platform's namespace that is not Prometheus. */
  public static final String NEIGHBOUR = "a neighbour of Prometheus";

  /** A pod in the platform's namespace that the policies take for Prometheus. */
  public static final String PROMETHEUS = "Prometheus";

  /** Copies what it is given. */
  public Ground {
    tenants = List.copyOf(tenants);
    services = Map.copyOf(services);
  }

  /** The address of the Service of a namespace's probe. */
  Optional<String> serviceAddress(String namespace) {
    return Optional.ofNullable(services.get(namespace));
  }

  /** The address of the cluster's DNS, where it goes by its usual name. */
  Optional<String> dnsAddress() {
    return Optional.ofNullable(
            cluster.client().services().inNamespace("kube-system").withName("kube-dns").get())
        .map(service -> service.getSpec().getClusterIP());
  }

  /** The throw-away namespace that controls are tried from. */
  public String stranger() {
    return strangerOf(run);
  }

  /** The throw-away namespace that controls reach, and that is let into the platform's own. */
  public String guest() {
    return guestOf(run);
  }

  /** Its name in a run. */
  public static String strangerOf(Run run) {
    return run.name("tenantproof-stranger");
  }

  /** Its name in a run. */
  public static String guestOf(Run run) {
    return run.name("tenantproof-guest");
  }
}
