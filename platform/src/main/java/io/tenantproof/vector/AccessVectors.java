package io.tenantproof.vector;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.isolation.Expected;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Observation;
import io.tenantproof.isolation.Vector;
import io.tenantproof.probe.ProbePod;
import io.tenantproof.tenant.Tenant;
import io.tenantproof.wait.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Kubernetes API, asked as each tenant's identities: its viewer and its workload. */
public final class AccessVectors implements Vectors {

  private static final String VIEWER = "viewer";
  // Those that there are.
  private static final List<String> ACCOUNTS = List.of("demo-api", "default", VIEWER, "deployer");
  private static final Vector NO_VIEWER =
      new Vector(
          "access.viewer.reads",
          Family.ACCESS,
          "a viewer reads its own",
          "ClusterRole tenant-viewer, bound in the tenant's namespace");

  @Override
  public Family family() {
    return Family.ACCESS;
  }

  @Override
  public List<Finding> explore(Ground ground) {
    String node =
        ground.cluster().client().nodes().list().getItems().getFirst().getMetadata().getName();
    return Together.each(ground.tenants(), tenant -> explore(ground, tenant, node));
  }

  private static List<Finding> explore(Ground ground, Tenant tenant, String node) {
    KubernetesClient client = ground.cluster().client();
    List<Finding> findings = new ArrayList<>();
    findings.addAll(new RuleVectors(ground, tenant).explore(ACCOUNTS));
    Identity.serviceAccount(client, tenant.namespace(), "deployer")
        .ifPresent(
            deployer -> {
              try (deployer) {
                findings.addAll(deployed(ground, tenant, deployer));
              }
            });
    Optional<Identity> viewer = Identity.serviceAccount(client, tenant.namespace(), VIEWER);
    if (viewer.isEmpty()) {
      findings.add(
          new Finding(
              NO_VIEWER,
              tenant.name(),
              tenant.name(),
              "ServiceAccount " + VIEWER,
              Expected.OPEN,
              Observation.refused("there is no ServiceAccount " + VIEWER),
              Optional.empty()));
      return findings;
    }
    try (Identity person = Identity.member(client, tenant.name() + "-viewers");
        Identity account = viewer.get()) {
      findings.addAll(asked(ground, tenant, node, account));
      findings.addAll(asked(ground, tenant, node, person));
    }
    return findings;
  }

  private static List<Finding> deployed(Ground ground, Tenant tenant, Identity deployer) {
    DeployerRequests requests = new DeployerRequests(tenant.namespace());
    List<ApiWay> ways = new ArrayList<>(requests.promised());
    ways.addAll(requests.ofItsOwn());
    ways.addAll(requests.ofThePlatform());
    for (Tenant other : ground.others(tenant)) {
      ways.addAll(requests.elsewhere(other.namespace()));
    }
    return answers(ground, deployer, ways);
  }

  private static List<Finding> answers(Ground ground, Identity asker, List<ApiWay> ways) {
    Identity administrator = Identity.ofTheRun(ground.cluster().client());
    return Together.each(ways, way -> List.of(way.finding(asker, administrator)));
  }

  private static List<Finding> asked(Ground ground, Tenant tenant, String node, Identity asker) {
    ViewerRequests requests = new ViewerRequests(tenant.namespace(), podOf(ground, tenant), node);
    List<ApiWay> ways = new ArrayList<>(requests.promised());
    ways.addAll(requests.ofItsOwn());
    ways.addAll(requests.ofTheCluster());
    for (Tenant other : ground.others(tenant)) {
      ways.addAll(requests.ofAnother(other.namespace(), podOf(ground, other)));
    }
    return answers(ground, asker, ways);
  }

  private static String podOf(Ground ground, Tenant tenant) {
    return ground.probes().at(tenant.namespace()).map(ProbePod::name).orElse("no-probe");
  }
}
