package io.tenantproof.specs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.fault.NodeFaults;
import io.tenantproof.fault.Ordeal;
import io.tenantproof.fault.Toll;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Observation;
import io.tenantproof.isolation.Proof;
import io.tenantproof.junit.OnPlatform;
import io.tenantproof.scenario.Crossings;
import io.tenantproof.scenario.Isolation;
import io.tenantproof.scenario.Nodes;
import io.tenantproof.scenario.Scenario;
import io.tenantproof.scenario.TenantView;
import io.tenantproof.wait.Expectation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Claim: on two nodes tenants are as isolated as on one, and who drains or loses a node takes no
 * tenant down.
 */
@OnPlatform(nodes = 2)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesIT {

  private static final Duration DRAIN = Duration.ofSeconds(50);
  // Clients ask so long before anything breaks, and a little more.
  private static final Duration LEAD = Duration.ofSeconds(10);
  private static final Duration RESTART = Duration.ofSeconds(60);
  private static final Duration LOSS = Duration.ofSeconds(80);

  /**
   * Written down before it was measured: half of all requests go to the pod on that node until its
   * kubelet runs again and says that it is not there.
   */
  private static final double MAY_FAIL_WHEN_STARTED_AGAIN = 0.3;

  /**
   * Written down before it was measured: half of all requests go to the pod that is lost until the
   * cluster has seen the loss, which takes it 50 s (--node-monitor-grace-period) and a look more.
   */
  private static final double MAY_FAIL_WHEN_LOST = 0.4;

  @Test
  @Order(1)
  void eachTenantIsOnBothNodesAndWalledOffAcrossThem(Scenario scenario) {
    scenario.isSettled();
    Nodes nodes = Nodes.of(scenario);
    scenario.becomes(nodes.bothHaveAllTenants());

    isWalledOff(nodes.crossings());

    // The control: without the policies, and by nothing else, the same ways are open.
    scenario.isSettledAt(scenario.commitCase("no-network-policies"));
    Crossings open = nodes.crossings();
    assertThat(open.own()).allSatisfy((way, seen) -> isOpen(seen));
    assertThat(open.foreign()).allSatisfy((way, seen) -> isOpen(seen));

    scenario.isSettledAt(scenario.revertLast());
    isWalledOff(nodes.crossings());
  }

  @Test
  @Order(2)
  void aViewIsReadThroughTheApiServerOfAnotherNode(Scenario scenario) {
    scenario.isSettled();
    Nodes nodes = Nodes.of(scenario);
    TenantView tenant = scenario.tenant("tenant-a");
    try {
      scenario.becomes(nodes.viewOnSecond(tenant.name()));
    } finally {
      nodes.openAll();
    }

    scenario.becomes(
        "the view of tenant-a answers from " + nodes.second(),
        () -> nodes.viewed(tenant.name()).contains("\"status\":\"success\""));
  }

  @Test
  @Order(3)
  void aDrainedNodeCostsNobodyARequest(Scenario scenario) {
    Nodes nodes = bothInUse(scenario);

    NodeFaults faults = new NodeFaults(nodes);
    Toll toll;
    try {
      toll = new Ordeal(scenario).on(nodes.first()).under(DRAIN, faults::drain);
      scenario.becomes(faults.drained());
    } finally {
      faults.takeBack();
    }

    scenario.measured("a node is drained", toll.inWords());
    costsAtMost(0, toll, DRAIN);
    spread(scenario, nodes);
    scenario.isSettled();
  }

  @Test
  @Order(4)
  void aNodeThatIsStartedAgainIsSoonWholeAndOpensNothing(Scenario scenario) {
    Nodes nodes = bothInUse(scenario);

    Toll toll =
        new Ordeal(scenario)
            .on(nodes.first())
            .under(RESTART, () -> new NodeFaults(nodes).startAgain());

    scenario.measured("a node is started again", toll.inWords());
    costsAtMost(MAY_FAIL_WHEN_STARTED_AGAIN, toll, RESTART);
    scenario.isSettled();
  }

  @Test
  @Order(5)
  void aLostNodeIsSoonDoneWithoutAndOpensNothing(Scenario scenario) {
    Nodes nodes = bothInUse(scenario);

    NodeFaults faults = new NodeFaults(nodes);
    Toll toll = new Ordeal(scenario).on(nodes.first()).under(LOSS, faults::lose);
    Instant back = Instant.now();
    Expectation ready = faults.bringBack();

    scenario.measured("a node is lost", toll.inWords());
    costsAtMost(MAY_FAIL_WHEN_LOST, toll, LOSS);
    scenario.becomes(ready);
    scenario.measured("the lost node is ready again", Duration.between(back, Instant.now()));
    scenario.isSettled();
    spread(scenario, nodes);
    Proof proof = scenario.prove(Isolation.families(scenario.platform()).toArray(Family[]::new));
    assertThat(proof.bad())
        .extracting(one -> one.vector().id(), Finding::verdict, Finding::target, Finding::reason)
        .isEmpty();
    isWalledOff(nodes.crossings());
  }

  private static Nodes bothInUse(Scenario scenario) {
    scenario.isSettled();
    Nodes nodes = Nodes.of(scenario);
    spread(scenario, nodes);
    return nodes;
  }

  private static void costsAtMost(double share, Toll toll, Duration lasts) {
    Harm.isNone(toll);
    assertThat(toll.failed())
        .as("requests of %d that failed, %s", toll.requests(), toll.clients())
        .isLessThanOrEqualTo((int) (toll.requests() * share));
    assertThat(toll.recovery()).as("clients asked all the while").isLessThan(lasts.minus(LEAD));
  }

  // Pods do not go back by themselves to a node that has come back.
  private static void spread(Scenario scenario, Nodes nodes) {
    nodes.spreadAgain();
    scenario.becomes(nodes.bothHaveAllTenants());
  }

  private static void isWalledOff(Crossings crossings) {
    assertThat(crossings.own()).isNotEmpty().allSatisfy((way, seen) -> isOpen(seen));
    assertThat(crossings.foreign())
        .isNotEmpty()
        .allSatisfy((way, seen) -> assertThat(seen.isShut()).as("%s", seen).isTrue());
  }

  private static void isOpen(Observation seen) {
    assertThat(seen.isOpen()).as("%s", seen).isTrue();
  }
}
