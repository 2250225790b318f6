package io.tenantproof.vector;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.isolation.Vector;
import io.tenantproof.probe.Check;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.vector.Way.Trial;
import java.util.ArrayList;
import java.util.List;

/**
 * Ways to what the platform and the cluster run: the API server, nodes, DNS, the platform's pods,
 * addresses beyond the cluster.
 *
 * @param ground they are tried on
 */
record PlatformWays(Ground ground) {

  private static final String SENDER = "NetworkPolicy default-deny of the tenant (egress)";
  private static final Vector API_SERVER =
      NetworkKinds.of("api-server", "the Kubernetes API server", SENDER);
  private static final Vector KUBELET = NetworkKinds.of("kubelet", "a node's kubelet", SENDER);
  private static final Vector POLICY_AGENT =
      NetworkKinds.of("policy-agent", "what the policy agent counts", SENDER);
  private static final Vector CLOUD =
      NetworkKinds.of("metadata", "the cloud's metadata address", SENDER);
  private static final Vector INTERNET =
      NetworkKinds.of("beyond", "an address outside the cluster", SENDER);
  private static final Vector DNS =
      NetworkKinds.of("dns", "the cluster's DNS", "NetworkPolicy dns lets it pass");
  private static final Vector DNS_ELSEWHERE =
      NetworkKinds.of(
          "dns-pod-elsewhere",
          "the cluster's DNS pods on another port",
          "NetworkPolicy dns: one port");
  private static final Vector DNS_NEIGHBOUR =
      NetworkKinds.of(
          "dns-neighbour",
          "another pod of the DNS pods' namespace, on their port",
          "NetworkPolicy dns: pods and namespace of DNS, both");
  // Where CoreDNS says how it is (https://coredns.io/plugins/health/, ready, prometheus).
  private static final List<Integer> DNS_PORTS = List.of(8080, 8181, 9153);
  private static final Vector PLATFORM =
      NetworkKinds.of(
          "platform",
          "the platform's own pods",
          "NetworkPolicies of the tenant (egress) and of the platform's namespace (ingress)");
  private static final Vector PLATFORM_IN =
      NetworkKinds.of(
          "platform-in",
          "the platform's own pods from a namespace without any policy",
          "NetworkPolicies of the platform's namespace (ingress)");

  List<Way> all() {
    KubernetesClient client = ground.cluster().client();
    List<Way> ways = new ArrayList<>();
    List<PlatformTargets> targets = PlatformTargets.find(client);
    Stores stores = ground.stores();
    for (PlatformTargets target : targets) {
      Trial trial = tcp(ground.stranger(), target.address());
      ways.add(Way.shut(PLATFORM_IN, title(target), trial, trial.from(ground.guest())));
    }
    for (Tenant tenant : ground.tenants()) {
      String place = tenant.namespace();
      for (PlatformTargets target : targets) {
        Trial trial = tcp(place, target.address());
        ways.add(Way.shut(PLATFORM, title(target), trial, trial.from(ground.guest())));
      }
      ways.addAll(toTheCluster(client, place));
      ways.addAll(new ViewWays(ground, tenant, stores).all(targets));
    }
    return ways;
  }

  private List<Way> toTheCluster(KubernetesClient client, String place) {
    ClusterAddresses addresses = new ClusterAddresses(client);
    List<Way> ways = new ArrayList<>();
    for (String address : addresses.apiServers()) {
      ways.add(shut(API_SERVER, "API server", tcp(place, address)));
    }
    for (String node : addresses.nodes()) {
      ways.add(shut(KUBELET, "node", tcp(place, node + ":10250")));
    }
    for (String agent : addresses.policyAgents()) {
      ways.add(shut(POLICY_AGENT, "node", tcp(place, agent)));
    }
    ways.add(ifThere(CLOUD, "cloud", tcp(place, StandIns.METADATA + port(":80"))));
    ways.add(ifThere(INTERNET, "beyond", tcp(place, StandIns.BEYOND + port(":443"))));
    ground
        .probes()
        .at(Ground.DNS_NEIGHBOUR)
        .ifPresent(one -> ways.add(shut(DNS_NEIGHBOUR, "DNS", tcp(place, one.address() + ":53"))));
    ground
        .dnsAddress()
        .ifPresent(
            dns -> {
              ways.add(Way.open(DNS, "DNS", tcp(place, dns + ":53")));
              for (String pod : addresses.dnsPods()) {
                for (int port : DNS_PORTS) {
                  ways.add(ifThere(DNS_ELSEWHERE, "DNS", tcp(place, pod + ":" + port)));
                }
              }
            });
    return ways;
  }

  private Way shut(Vector vector, String to, Trial trial) {
    return Way.shut(vector, to, trial, trial.from(ground.stranger()));
  }

  private Way ifThere(Vector vector, String to, Trial trial) {
    return Way.shutIfThere(vector, to, trial, trial.from(ground.stranger()));
  }

  // On a node of ours its kubelet answers at the stand-ins.
  private String port(String elsewhere) {
    return ground.cluster().node().isPresent() ? ":10250" : elsewhere;
  }

  private static Trial tcp(String place, String target) {
    return new Trial(place, Check.Kind.TCP, target);
  }

  private static String title(PlatformTargets target) {
    return "%s/%s".formatted(target.part(), target.program());
  }
}
