package io.tenantproof.vector;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.probe.Leftovers;
import io.tenantproof.probe.OpenNamespace;
import io.tenantproof.probe.ProbePods;
import io.tenantproof.probe.ProbeSpec;
import io.tenantproof.probe.Run;
import io.tenantproof.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts probes where vectors are tried from: one in each tenant's namespace, two in throw-away
 * namespaces, two in the namespace of Prometheus.
 *
 * <p>In the platform's own namespaces a policy lets one throw-away namespace in for as long as the
 * run takes: it is the control of all vectors that lead there. No tenant is let in anywhere.
 *
 * @param cluster that is looked at
 * @param run that looks
 * @param tenants whose isolation is looked at
 * @param hub the one tenant that all others are tried with; empty for each with each
 */
public record Preparation(Cluster cluster, Run run, List<Tenant> tenants, Optional<Tenant> hub) {

  private static final String METRICS_NAMESPACE = Backends.NAMESPACE;
  private static final String NAME = "app.kubernetes.io/name";

  /** Copies what it is given. */
  public Preparation {
    tenants = List.copyOf(tenants);
  }

  /** What is needed where nothing is tried from inside the cluster: no probes at all. */
  public Ground bare() {
    openNamespaces();
    return new Ground(cluster, run, tenants, new ProbePods(Map.of(), Map.of()), Map.of(), hub);
  }

  private List<String> openNamespaces() {
    KubernetesClient client = cluster.client();
    List<String> open = List.of(Ground.strangerOf(run), Ground.guestOf(run));
    open.forEach(name -> new OpenNamespace(client, run, name).create());
    // A pod there may name it; without it that would be the reason of a refusal.
    client.resource(account(Ground.guestOf(run), "deployer")).create();
    return open;
  }

  /** Does it. What was left by runs that were killed goes first. */
  public Ground ground() {
    KubernetesClient client = cluster.client();
    new Leftovers(client).removeExpired();
    List<String> open = openNamespaces();
    List<String> serving =
        Stream.concat(tenants.stream().map(Tenant::namespace), open.stream()).toList();
    List<HasMetadata> objects = new ArrayList<>();
    List<String> platform = PlatformTargets.present(client);
    platform.forEach(namespace -> objects.add(guestIsLetIn(namespace)));
    List<ProbeSpec> specs = new ArrayList<>();
    serving.forEach(namespace -> specs.add(spec(namespace)));
    tenants.forEach(tenant -> specs.addAll(List.of(view(tenant), mate(tenant))));
    specs.add(ProbeSpec.serving(run, "kube-system").disguised(Ground.DNS_NEIGHBOUR, Map.of()));
    if (platform.contains(METRICS_NAMESPACE)) {
      objects.add(neighboursAreFree());
      ProbeSpec probe = ProbeSpec.serving(run, METRICS_NAMESPACE);
      specs.add(probe.disguised(Ground.NEIGHBOUR, Map.of()));
      specs.add(probe.named("prometheus").disguised(Ground.PROMETHEUS, Map.of(NAME, "prometheus")));
      specs.add(probe.named("loki").disguised(Ground.LOKI, Map.of(NAME, "loki")));
      tenants.forEach(tenant -> objects.add(Claims.monitor(run, tenant)));
    }
    objects.forEach(one -> client.resource(one).create());
    Map<String, String> services =
        serving.stream()
            .map(namespace -> client.resource(service(namespace)).create())
            .collect(
                Collectors.toMap(
                    one -> one.getMetadata().getNamespace(), one -> one.getSpec().getClusterIP()));
    return new Ground(cluster, run, tenants, ProbePods.start(client, run, specs), services, hub);
  }

  // Strangers call themselves what the policies let pass: in another namespace than that one's own
  // this must be of no help.
  private ProbeSpec spec(String namespace) {
    ProbeSpec probe = Claims.in(ProbeSpec.serving(run, namespace), tenants);
    if (namespace.equals(Ground.strangerOf(run))) {
      return probe.labelled(Map.of(NAME, "prometheus"));
    }
    return namespace.equals(Ground.guestOf(run))
        ? probe.labelled(Map.of(NAME, "loki", "k8s-app", "kube-dns"))
        : probe;
  }

  private ProbeSpec view(Tenant tenant) {
    return ProbeSpec.serving(run, tenant.namespace())
        .named("view")
        .disguised(Ground.viewOf(tenant), Map.of("tenantproof.io/view", "true"));
  }

  private ProbeSpec mate(Tenant tenant) {
    return ProbeSpec.serving(run, tenant.namespace())
        .named("mate")
        .disguised(Ground.mateOf(tenant), Map.of());
  }

  private ServiceAccount account(String namespace, String name) {
    return new ServiceAccountBuilder().withMetadata(run.head(namespace, name)).build();
  }

  private Service service(String namespace) {
    return new ServiceBuilder()
        .withMetadata(run.head(namespace, run.name("probe")))
        .withNewSpec()
        .withSelector(Map.of(ProbeSpec.SERVING, run.id()))
        .withPorts(
            Stream.concat(
                    ProbeSpec.TCP_PORTS.stream().map(port -> port("TCP", port)),
                    ProbeSpec.UDP_PORTS.stream().map(port -> port("UDP", port)))
                .toList())
        .endSpec()
        .build();
  }

  private static ServicePort port(String protocol, int port) {
    return new ServicePortBuilder()
        .withName(protocol.toLowerCase(java.util.Locale.ROOT) + "-" + port)
        .withProtocol(protocol)
        .withPort(port)
        .withTargetPort(new IntOrString(port))
        .build();
  }

  private NetworkPolicy guestIsLetIn(String namespace) {
    return new NetworkPolicyBuilder()
        .withMetadata(run.head(namespace, run.name("tenantproof-guest")))
        .withNewSpec()
        .withNewPodSelector()
        .endPodSelector()
        .withPolicyTypes("Ingress")
        .addNewIngress()
        .addNewFrom()
        .withNewNamespaceSelector()
        .withMatchLabels(Map.of("kubernetes.io/metadata.name", Ground.guestOf(run)))
        .endNamespaceSelector()
        .endFrom()
        .endIngress()
        .endSpec()
        .build();
  }

  // Else their own namespace's policies would hold them back, and what the tenants' do would not be
  // seen.
  private NetworkPolicy neighboursAreFree() {
    return new NetworkPolicyBuilder()
        .withMetadata(run.head(METRICS_NAMESPACE, run.name("tenantproof-neighbours")))
        .withNewSpec()
        .withNewPodSelector()
        .withMatchLabels(Map.of(Run.LABEL, run.id()))
        .endPodSelector()
        .withPolicyTypes("Ingress", "Egress")
        .addNewIngress()
        .endIngress()
        .addNewEgress()
        .endEgress()
        .endSpec()
        .build();
  }
}
