package io.tenantproof.specs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.isolation.Cause;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Proof;
import io.tenantproof.isolation.Verdict;
import io.tenantproof.junit.OnPlatform;
import io.tenantproof.junit.Quick;
import io.tenantproof.scenario.Isolation;
import io.tenantproof.scenario.Logs;
import io.tenantproof.scenario.Metrics;
import io.tenantproof.scenario.Scenario;
import io.tenantproof.scenario.TenantView;
import io.tenantproof.wait.Expectation;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Claim: no tenant reaches another, and each way that is shut would have been seen open. */
@OnPlatform
class IsolationIT {

  private static final Duration A_LINE = Duration.ofSeconds(30);

  // What a tenant's own policies shut, and nothing else does.
  private static final List<String> BY_THE_TENANTS_POLICIES =
      List.of(
          "network.pod.tcp",
          "network.pod.udp",
          "network.service.tcp",
          "network.service.udp",
          "network.name.tcp",
          "network.name.udp",
          "network.out.tcp",
          "network.out.udp",
          "network.in.tcp",
          "network.in.udp",
          "network.neighbour",
          "network.prometheus-elsewhere",
          "network.api-server",
          "network.kubelet",
          "network.view-in");

  // The same, where there is something to reach at all.
  private static final List<String> WHERE_THERE_IS_SUCH =
      List.of(
          "network.policy-agent",
          "network.metadata",
          "network.beyond",
          "network.dns-pod-elsewhere",
          "network.dns-neighbour");

  @Quick
  @Test
  void noTenantReachesAnotherByAnyWay(Scenario scenario) {
    scenario.isSettled();

    Proof proof = scenario.prove();

    scenario.measured("all vectors are tried", proof.took());
    scenario.measured("findings", proof.counts());
    assertThat(wrong(proof)).isEmpty();
    assertThat(proof.tenants()).contains("tenant-a", "tenant-b");
    assertThat(familiesWith(proof, Set.of(Verdict.ISOLATED)))
        .as("families with a way that is proven to be shut")
        .containsExactlyInAnyOrderElementsOf(Isolation.families(scenario.platform()))
        .isEqualTo(familiesWith(proof, EnumSet.complementOf(EnumSet.of(Verdict.NOT_TRIED))));
  }

  @Test
  void withoutTheirPoliciesTenantsReachEachOther(Scenario scenario) {
    scenario.isSettledAt(scenario.commitCase("no-network-policies"));

    Map<String, Set<Verdict>> open = verdicts(scenario.prove(Family.NETWORK));

    for (String vector : BY_THE_TENANTS_POLICIES) {
      assertThat(open).containsEntry(vector, Set.of(Verdict.BREACHED));
    }
    for (String vector : WHERE_THERE_IS_SUCH) {
      assertThat(open.getOrDefault(vector, Set.of())).as(vector).doesNotContain(Verdict.ISOLATED);
    }
    // The platform's own namespaces have policies of their own.
    assertThat(open)
        .containsEntry("network.platform", Set.of(Verdict.ISOLATED))
        .containsEntry("network.platform-in", Set.of(Verdict.ISOLATED));

    scenario.isSettledAt(scenario.revertLast());
    assertThat(wrong(scenario.prove(Family.NETWORK))).isEmpty();
  }

  @Test
  void aTenantThatComesIsIsolatedAndOneThatLeavesLeavesItsLogsAlone(Scenario scenario) {
    TenantView tenant = scenario.tenant("tenant-c");
    Metrics metrics = scenario.metrics();
    Logs logs = scenario.logs();
    assertThat(tenant.traces()).isEmpty();

    scenario.isSettledAt(scenario.commitCase("third-tenant"), tenant);
    metrics.cover(tenant);
    String path = "/" + scenario.uniqueId();
    tenant.request(path);
    String query = "{app=\"demo-api\"} |= \"%s\"".formatted(path);
    logs.arrives("tenant-c", query, A_LINE);
    Proof proof = scenario.prove(Family.NETWORK);

    assertThat(proof.tenants()).containsExactly("tenant-a", "tenant-b", "tenant-c");
    assertThat(wrong(proof)).isEmpty();
    assertThat(pairs(proof))
        .contains(
            "tenant-a tenant-c", "tenant-c tenant-a", "tenant-b tenant-c", "tenant-c tenant-b");

    scenario.revertLast();
    scenario.becomes(Expectation.none("nothing is left of tenant-c", tenant::traces));
    scenario.becomes(
        Expectation.none(
            "Prometheus scrapes nothing of tenant-c",
            () -> metrics.targets().of("demo-api", "tenant-c")));
    assertThat(logs.all("tenant-c", query)).as("lines of tenant-c that are kept").isNotEmpty();
    assertThat(logs.nothing("tenant-a", query)).isTrue();
  }

  /** What a run must not have, a line each. */
  private static List<String> wrong(Proof proof) {
    return Stream.concat(
            proof.cause().map(Cause::words).stream(), proof.bad().stream().map(IsolationIT::told))
        .toList();
  }

  private static String told(Finding finding) {
    return "%s %s: from %s to %s (%s): %s; look at: %s"
        .formatted(
            finding.verdict(),
            finding.vector().id(),
            finding.from(),
            finding.to(),
            finding.target(),
            finding.reason(),
            finding.vector().guardrail());
  }

  private static Set<Family> familiesWith(Proof proof, Set<Verdict> verdicts) {
    return proof.findings().stream()
        .filter(one -> verdicts.contains(one.verdict()))
        .map(one -> one.vector().family())
        .collect(Collectors.toSet());
  }

  private static Map<String, Set<Verdict>> verdicts(Proof proof) {
    return proof.findings().stream()
        .collect(
            Collectors.groupingBy(
                one -> one.vector().id(),
                TreeMap::new,
                Collectors.mapping(Finding::verdict, Collectors.toSet())));
  }

  private static Stream<String> pairs(Proof proof) {
    return proof.findings().stream()
        .filter(one -> one.verdict() == Verdict.ISOLATED)
        .map(one -> one.from() + " " + one.to());
  }
}
