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
 * @param hub the one tenant that all others are tried with; empty for each with each
 */
public record Ground(
    Cluster cluster,
    Run run,
    List<Tenant> tenants,
    ProbePods probes,
    Map<String, String> services,
    Optional<Tenant> hub) {

  /** A pod in the platform's namespace that is not Prometheus. */
  public static final String NEIGHBOUR = "a neighbour of Prometheus";

  /** A pod in the namespace of the cluster's DNS that is not DNS. */
  public static final String DNS_NEIGHBOUR = "a neighbour of DNS";

  /** A pod in the platform's namespace that the policies take for Prometheus. */
  public static final String PROMETHEUS = "Prometheus";

  /** The throw-away namespaces without any guardrail, as findings call them. */
  static final String STRANGERS = "strangers";

  /** A pod in the platform's namespace that the policies take for Loki. */
  public static final String LOKI = "Loki";

  /** Copies what it is given. */
  public Ground {
    tenants = List.copyOf(tenants);
    services = Map.copyOf(services);
  }

  /** The same with one tenant alone. */
  public Ground only(Tenant tenant) {
    return new Ground(cluster, run, List.of(tenant), probes, services, Optional.empty());
  }

  /** Where the tenants' series and lines are. */
  Stores stores() {
    return Stores.find(cluster.client());
  }

  /** The other tenants that a tenant is tried with. */
  List<Tenant> others(Tenant tenant) {
    return tenants.stream()
        .filter(other -> !other.equals(tenant))
        .filter(other -> hub.isEmpty() || hub.get().equals(tenant) || hub.get().equals(other))
        .toList();
  }

  /** Where a pod is that the policies take for a view of a tenant. */
  static String viewOf(Tenant tenant) {
    return "a view of " + tenant.name();
  }

  /** Where another pod of a tenant is, which its own probe can reach. */
  static String mateOf(Tenant tenant) {
    return "a mate of " + tenant.name();
  }

  /** Whose a place is, as findings say it: the tenant's, that of strangers, or its own. */
  String owner(String place) {
    if (place.equals(stranger()) || place.equals(guest())) {
      return STRANGERS;
    }
    return tenants.stream()
        .filter(one -> List.of(one.namespace(), viewOf(one), mateOf(one)).contains(place))
        .map(Tenant::name)
        .findFirst()
        .orElse(place);
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
