package io.tenantproof.report;

import io.tenantproof.isolation.Proof;
import io.tenantproof.run.BootStep;
import io.tenantproof.run.Figure;
import io.tenantproof.run.Inventory;
import io.tenantproof.run.Measurements;
import io.tenantproof.run.Run;
import io.tenantproof.run.TestRun;
import io.tenantproof.run.TestRun.Outcome;
import io.tenantproof.run.TestStep;
import io.tenantproof.run.TestStep.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs to show. */
final class Runs {

  static final Instant BEGIN = Instant.parse("2026-11-24T18:00:00Z");
  private static final Duration TOOK = Duration.ofMinutes(21).plusSeconds(14);

  private Runs() {}

  /** One with each outcome, and with answers of a hostile server. */
  static Run ofAllOutcomes() {
    return run(
        List.of(
            passed("AlertsIT", "everyRuleIsEvaluatedWithoutAnError", 140, 2),
            failed(),
            passed("GitOpsIT", "aCommitRollsOutToItsTenantAlone", 202, 23),
            skipped(),
            passed("IsolationIT", "noTenantReachesAnotherByAnyWay", 226, 310)),
        Optional.of(Proofs.ofAllVerdicts()));
  }

  /** One where all is as it should be. */
  static Run good() {
    return run(
        List.of(passed("GitOpsIT", "aRevertRollsBack", 140, 26)), Optional.of(Proofs.good()));
  }

  /** One without a platform: there is nothing to show but why. */
  static Run withoutPlatform() {
    return withoutPlatform("waiting for the API server");
  }

  /** One whose platform failed before it said what it did. */
  static Run withoutAWord() {
    return withoutPlatform("");
  }

  private static Run withoutPlatform(String said) {
    return new Run(
        BEGIN,
        Duration.ofSeconds(9),
        List.of(
            Surroundings.step("tenant files", 0, 1, "tenant-a, tenant-b"),
            new BootStep("cluster", BEGIN.plusSeconds(1), Duration.ofSeconds(8), false, said)),
        List.of(
            new TestRun(
                "GitOpsIT",
                "all tests",
                BEGIN.plusSeconds(9),
                Duration.ZERO,
                Outcome.FAILED,
                "the platform did not come up",
                List.of(),
                List.of(),
                Optional.empty())),
        Measurements.none("the platform did not come up"),
        Inventory.none("the platform did not come up"),
        Optional.empty());
  }

  /** As much as a whole run has. */
  static Run large() {
    List<TestRun> tests = new ArrayList<>();
    for (int number = 0; number < 80; number++) {
      tests.add(
          passed("Spec%dIT".formatted(number / 8), "claimNumber" + number, 140 + 14 * number, 13));
    }
    return run(tests, Optional.of(Proofs.large()));
  }

  private static Run run(List<TestRun> tests, Optional<Proof> proof) {
    return new Run(
        BEGIN,
        TOOK,
        Surroundings.boot(),
        tests,
        Surroundings.measurements(),
        Surroundings.inventory(),
        proof);
  }

  private static TestRun passed(String spec, String name, int begin, int seconds) {
    return test(spec, name, begin, seconds, Outcome.PASSED, "", Optional.empty());
  }

  private static TestRun failed() {
    return test(
        "GitOpsIT",
        "driftMadeByHandIsHealed",
        142,
        60,
        Outcome.FAILED,
        "NotMet: Expected: tenant-a has its Service again.\nSeen last, after 60 s: "
            + Proofs.HOSTILE,
        Optional.of("../dumps/GitOpsIT/driftMadeByHandIsHealed"));
  }

  private static TestRun skipped() {
    return new TestRun(
        "DashboardsIT",
        "grafanaHasLoadedEachDashboard",
        BEGIN.plusSeconds(225),
        Duration.ZERO,
        Outcome.SKIPPED,
        "SKIPPED: Grafana is an official image only, which can't be had here",
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static TestRun test(
      String spec,
      String name,
      int begin,
      int seconds,
      Outcome outcome,
      String reason,
      Optional<String> dump) {
    Instant from = BEGIN.plusSeconds(begin);
    boolean good = outcome == Outcome.PASSED;
    return new TestRun(
        spec,
        name,
        from,
        Duration.ofSeconds(seconds),
        outcome,
        reason,
        List.of(
            new TestStep(
                Kind.DID, "commit: test: no-network-policies", "1f0c2ab", true, from, millis(900)),
            new TestStep(
                Kind.EXPECTED,
                "tenant-a has its Service again",
                good ? "so it is" : "it is not so: " + Proofs.HOSTILE,
                good,
                from.plusSeconds(1),
                millis(1000L * seconds - 900))),
        good ? List.of(new Figure("until it is healed", "1.2 s")) : List.of(),
        dump);
  }

  private static Duration millis(long number) {
    return Duration.ofMillis(number);
  }
}
