package io.tenantproof.specs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.junit.OnPlatform;
import io.tenantproof.scenario.Evictions;
import io.tenantproof.scenario.Scenario;
import io.tenantproof.scenario.TenantView;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Claim: who drains nodes takes no tenant's last pod. */
@OnPlatform
class EvictionsIT {

  private static final String BUDGET = "gitops/charts/demo-api/templates/poddisruptionbudget.yaml";

  @Test
  void ofAllPodsThatAreEvictedAtOnceOneGoes(Scenario scenario) {
    scenario.isSettled();
    TenantView tenant = scenario.tenant("tenant-a");
    Evictions evictions = tenant.workload().evictions();
    List<String> before = tenant.running().pods();
    scenario.becomes("one pod of tenant-a may go", () -> evictions.allowed() == 1);

    List<String> gone = evictions.all();

    assertThat(gone).hasSize(1);
    scenario.becomes(
        tenant
            .workload()
            .servesUntil(
                "another pod is in the place of the one that went",
                () -> {
                  List<String> now = tenant.running().pods();
                  return now.size() == before.size() && !now.containsAll(gone);
                }));
    assertThat(tenant.running().pods()).containsAnyElementsOf(before);
  }

  /** The control: it was the budget that held the other pod. */
  @Test
  void ofAllPodsAsManyGoAsTheBudgetAllows(Scenario scenario) {
    scenario.isSettled();
    TenantView tenant = scenario.tenant("tenant-a");
    Evictions evictions = tenant.workload().evictions();
    List<String> before = tenant.running().pods();

    scenario.isSettledAt(
        scenario.commit(
            "feat(demo-api): two may go",
            work -> work.write(BUDGET, work.read(BUDGET).replace("able: 1", "able: 2"))));
    scenario.becomes("two pods of tenant-a may go", () -> evictions.allowed() == 2);
    List<String> gone = evictions.all();

    assertThat(gone).containsExactlyInAnyOrderElementsOf(before);
    scenario.becomes(
        "tenant-a has other pods",
        () -> {
          List<String> now = tenant.running().pods();
          return now.size() == before.size() && now.stream().noneMatch(before::contains);
        });
  }
}
