package io.tenantproof.specs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.git.GitClone;
import io.tenantproof.junit.OnPlatform;
import io.tenantproof.scenario.Guardrail;
import io.tenantproof.scenario.Hog;
import io.tenantproof.scenario.Latency;
import io.tenantproof.scenario.Rivals;
import io.tenantproof.scenario.Running;
import io.tenantproof.scenario.Scenario;
import io.tenantproof.scenario.TenantView;
import io.tenantproof.wait.Expectation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Claim: what a tenant does to itself, or a person to its guardrails, ends at the tenant, and its
 * workload serves on.
 */
@OnPlatform
class GuardrailsIT {

  private static final String A_FILE = "gitops/tenants/tenant-a-values.yaml";
  private static final String GREEDY = "gitops/charts/demo-api/templates/greedy.yaml";
  private static final String DEPLOYMENT = "gitops/charts/demo-api/templates/deployment.yaml";
  private static final Duration SOME_PROBES = Duration.ofSeconds(10);
  private static final double SLOW = 1_000;

  @ParameterizedTest(name = "{0}")
  @EnumSource(Guardrail.class)
  void aGuardrailThatIsDeletedByHandIsSoonBack(Guardrail guardrail, Scenario scenario) {
    scenario.isSettled();
    Instant begin = Instant.now();

    Expectation back = scenario.tenant("tenant-a").guardrails().deleteByHand(guardrail);
    scenario.becomes(back);

    Duration took = Duration.between(begin, Instant.now());
    scenario.measured(guardrail + " is back after it was deleted by hand", took);
  }

  @Test
  void aVersionThatNeverGetsReadyReplacesNothing(Scenario scenario) {
    scenario.isSettled();
    TenantView tenant = scenario.tenant("tenant-a");
    Running a = tenant.running();
    Running b = scenario.tenant("tenant-b").running();
    int restarts = tenant.workload().restarts();

    scenario.commit("feat(tenant-a): never ready", work -> addFault(work, "unready: true"));

    scenario.becomes("a new pod runs", () -> !tenant.workload().unready().isEmpty());
    scenario.staysFor(
        SOME_PROBES,
        Expectation.that(
            "the new pod is not ready and not restarted, and the old ones serve",
            () ->
                tenant.workload().unready().size() == 1
                    && tenant.workload().restarts() == restarts
                    && tenant.running().equals(a)));
    assertThat(tenant.answer().pod()).isIn(a.pods());
    assertThat(scenario.argoCd().application("tenant-a-demo-api"))
        .hasValueSatisfying(found -> assertThat(found.health()).isNotEqualTo("Healthy"));
    assertThat(scenario.tenant("tenant-b").running()).isEqualTo(b);

    scenario.isSettledAt(scenario.revertLast());
    scenario.becomes("no pod is unready", () -> tenant.workload().unready().isEmpty());
    assertThat(tenant.running()).isEqualTo(a);
  }

  @Test
  void aPodThatCrashesIsStartedAgainWhileTheOtherServes(Scenario scenario) {
    scenario.isSettled();
    TenantView tenant = scenario.tenant("tenant-a");
    List<String> before = tenant.running().pods();

    scenario.commit(
        "feat(tenant-a): crashes after a minute",
        work -> {
          addFault(work, "crashAfterSeconds: 60");
          startApart(work);
        });
    scenario.becomes(
        tenant
            .workload()
            .servesUntil(
                "both pods are new",
                () -> {
                  List<String> now = tenant.running().pods();
                  return now.size() == 2 && now.stream().noneMatch(before::contains);
                }));
    List<String> crashing = tenant.running().pods();

    scenario.becomes(
        tenant
            .workload()
            .servesUntil("a crash is counted", () -> tenant.workload().restarts() > 0));
    scenario.becomes(
        "one of the same pods answers", () -> crashing.contains(tenant.answer().pod()));
  }

  @Test
  void whatAsksForMoreThanTheQuotaDoesNotRun(Scenario scenario) {
    scenario.isSettled();
    TenantView tenant = scenario.tenant("tenant-a");
    Running a = tenant.running();
    Running b = scenario.tenant("tenant-b").running();

    scenario.commitCase("deployment-over-the-quota");

    scenario.becomes(
        "the Deployment says that the quota is exceeded",
        () -> tenant.workload().conditions("greedy").contains("exceeded quota: tenant"));
    scenario.stays(
        "nothing of it runs, and both tenants run what they ran before",
        () ->
            tenant.workload().podsOf("greedy").isEmpty()
                && tenant.running().equals(a)
                && scenario.tenant("tenant-b").running().equals(b));

    // The same with less: it was the quota and nothing else.
    scenario.isSettledAt(
        scenario.commit(
            "feat(demo-api): less greedy",
            work -> work.write(GREEDY, work.read(GREEDY).replace("cpu: \"8\"", "cpu: 10m"))));
    assertThat(tenant.workload().podsOf("greedy")).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Hog.class)
  void aHogOfOneTenantIsStoppedAndDoesNotSlowTheOther(Hog hog, Scenario scenario) {
    scenario.isSettled();
    try (Rivals rivals = scenario.tenant("tenant-a").beside(scenario.tenant("tenant-b"))) {
      Latency alone = rivals.latency();
      Rivals.Contest contest = rivals.letLoose(hog);

      scenario.measured("latency of tenant-b alone", alone);
      scenario.measured("latency of tenant-b beside the hog " + hog, contest.latency());
      scenario.measured("how it ended", contest.ends());
      assertThat(contest.ends())
          .isNotEmpty()
          .allSatisfy(end -> assertThat(end).containsPattern(hog.end()));
      assertThat(contest.latency().requests()).isPositive();
      assertThat(contest.latency().failures()).isEmpty();
      assertThat(contest.latency().p99()).isLessThan(SLOW);
    }
  }

  // Pods that start at once crash at once: the other one has to be there meanwhile.
  private static void startApart(GitClone work) {
    work.write(
        DEPLOYMENT,
        work.read(DEPLOYMENT)
            .replaceFirst("(?m)^  strategy:$", "  minReadySeconds: 15\n  strategy:"));
  }

  private static void addFault(GitClone work, String fault) {
    work.write(A_FILE, work.read(A_FILE) + "faults:\n  %s\n".formatted(fault));
  }
}
