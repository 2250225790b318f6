package io.tenantproof.specs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.argocd.Application;
import io.tenantproof.fault.Fault;
import io.tenantproof.fault.GitAbsence;
import io.tenantproof.fault.Ordeal;
import io.tenantproof.fault.Toll;
import io.tenantproof.git.GitClone;
import io.tenantproof.junit.OnPlatform;
import io.tenantproof.scenario.Latency;
import io.tenantproof.scenario.Running;
import io.tenantproof.scenario.Scenario;
import io.tenantproof.scenario.TenantView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Claim: whatever part of the platform breaks, tenants are served on, no wall between them opens,
 * and all is soon as before.
 */
@OnPlatform
class ResilienceIT {

  private static final String A_FILE = "gitops/tenants/tenant-a-values.yaml";
  private static final int MORE_TENANTS = 10;
  private static final Duration RECOVERY = Duration.ofMinutes(2);
  // A minute, and what goes before it is away.
  private static final Duration GIT_AWAY = Duration.ofSeconds(70);
  private static final double SCRAPES_A_MINUTE = 6;

  @ParameterizedTest(name = "{0}")
  @EnumSource(Fault.class)
  void aFaultCostsNoMoreThanItMayAndOpensNothing(Fault fault, Scenario scenario) {
    scenario.isSettled();

    Toll toll = new Ordeal(scenario).under(fault);

    report(scenario, fault.what(), toll);
    Harm.isNone(toll);
    assertThat(toll.failed())
        .as("requests of %d that failed, %s", toll.requests(), toll.clients())
        .isLessThanOrEqualTo(toll.requests() * fault.mayFailInThousand() / 1_000);
    assertThat(toll.recovery()).isLessThan(RECOVERY);
    scenario.isSettled();
  }

  @Test
  void aSyncThatArgoCdDiesInIsFinished(Scenario scenario) {
    scenario.isSettled();
    String word = scenario.uniqueId();

    Toll toll =
        new Ordeal(scenario)
            .under(
                Fault.ARGO_CD,
                () -> scenario.commit("feat(tenant-a): a message", work -> say(work, word)));

    report(scenario, Fault.ARGO_CD.what() + " in the middle of a sync", toll);
    Harm.isNone(toll);
    assertThat(toll.failed()).as("requests that failed, %s", toll.clients()).isZero();
    scenario.isSettled();
    scenario.becomes(
        "tenant-a says the new word",
        () -> scenario.tenant("tenant-a").answer().message().equals(word));
  }

  @Test
  void aGitServerThatIsAwayForAMinuteTakesNothingAway(Scenario scenario) {
    scenario.isSettled();
    Map<String, Running> before = running(scenario);
    List<String> applications = applications(scenario);
    GitAbsence absence =
        new GitAbsence(scenario.platform().cluster().client(), scenario.platform().tenants());

    Toll toll;
    try {
      toll = new Ordeal(scenario).under(GIT_AWAY, absence::begin);
      assertThat(running(scenario)).isEqualTo(before);
      assertThat(applications(scenario)).isEqualTo(applications);
    } finally {
      absence.end();
    }

    report(scenario, "the git server is away for a minute", toll);
    Harm.isNone(toll);
    assertThat(toll.failed()).as("requests that failed, %s", toll.clients()).isZero();
    String word = scenario.uniqueId();
    Instant back = Instant.now();
    scenario.isSettledAt(scenario.commit("feat(tenant-a): git is back", work -> say(work, word)));
    scenario.measured(
        "a commit rolled out after git came back", Duration.between(back, Instant.now()));
    assertThat(scenario.tenant("tenant-a").answer().message()).isEqualTo(word);
  }

  @Test
  void samplesFromBeforeAreKeptWhenPrometheusIsKilled(Scenario scenario) {
    scenario.isSettled();
    scenario.tenants().forEach(scenario.metrics()::cover);
    scenario.becomes(
        "each pod of tenant-a has a minute of samples",
        () -> samplesOfTheLastMinute(scenario) >= SCRAPES_A_MINUTE);

    Toll toll = new Ordeal(scenario).under(Fault.OBSERVABILITY);

    double lost = SCRAPES_A_MINUTE - samplesOfTheLastMinute(scenario);
    scenario.measured("samples of 6 that are missing of the minute of the fault", lost);
    assertThat(lost)
        .as("as many as scrapes were due meanwhile, and the one under way")
        .isLessThanOrEqualTo(Math.ceil(toll.recovery().toSeconds() / 10.0) + 1)
        .isLessThan(SCRAPES_A_MINUTE);
  }

  @Test
  void tenTenantsAtOnceAreServedAndGoAgain(Scenario scenario) {
    scenario.isSettled();
    Running a = scenario.tenant("tenant-a").running();
    List<TenantView> more =
        IntStream.range(0, MORE_TENANTS)
            .mapToObj(number -> scenario.tenant("tenant-more-%02d".formatted(number)))
            .toList();
    Instant begin = Instant.now();

    String commit =
        scenario.commit(
            "feat: ten tenants", work -> more.forEach(tenant -> add(work, tenant.name())));
    more.forEach(tenant -> scenario.isSettledAt(commit, tenant));

    scenario.measured(
        "10 tenants are Synced and Healthy after their commit",
        Duration.between(begin, Instant.now()));
    for (TenantView tenant : more) {
      assertThat(tenant.answer().tenantName()).isEqualTo(tenant.name());
    }
    assertThat(scenario.tenant("tenant-a").running()).as("nobody else is touched").isEqualTo(a);

    Instant removed = Instant.now();
    scenario.revertLast();
    List<TenantView> left = new ArrayList<>(more);
    scenario.becomes(
        "their namespaces are gone",
        () -> {
          left.removeIf(tenant -> !tenant.hasNamespace());
          return left.isEmpty();
        });
    scenario.measured("10 tenants are gone", Duration.between(removed, Instant.now()));
  }

  private static Map<String, Running> running(Scenario scenario) {
    return scenario.tenants().stream()
        .collect(Collectors.toMap(TenantView::name, TenantView::running));
  }

  private static List<String> applications(Scenario scenario) {
    return scenario.argoCd().applications().stream().map(Application::name).sorted().toList();
  }

  private static void report(Scenario scenario, String what, Toll toll) {
    scenario.measured(what, toll.inWords());
    for (var client : toll.clients().entrySet()) {
      Latency seen = client.getValue();
      scenario.measured(
          "%s: %s".formatted(what, client.getKey()),
          "p50 %.1f ms, p99 %.1f ms, max %.1f ms, failures %s"
              .formatted(seen.p50(), seen.p99(), seen.max(), seen.failures()));
    }
  }

  private static double samplesOfTheLastMinute(Scenario scenario) {
    return scenario
        .metrics()
        .query("min(count_over_time(up{job=\"demo-api\", tenant=\"tenant-a\"}[1m]))")
        .getFirst()
        .value();
  }

  private static void say(GitClone work, String word) {
    work.write(
        A_FILE, work.read(A_FILE).replaceFirst("(?m)^message: .*$", "message: \"" + word + "\""));
  }

  private static void add(GitClone work, String tenant) {
    work.write(
        "gitops/tenants/%s-values.yaml".formatted(tenant),
        work.read(A_FILE)
            .replaceFirst("(?m)^tenantName: .*$", "tenantName: " + tenant)
            // All of them fit on a node of two processors.
            .replaceFirst("(?m)^replicaCount: .*$", "replicaCount: 1")
            .replaceFirst("(?m)^message: .*$", "message: one of many"));
  }
}
