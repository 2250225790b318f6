package io.tenantproof.report;

import io.tenantproof.run.Run;
import io.tenantproof.run.TestRun;

/**
 * A run in a few words.
 *
 * @param run that it sums up
 */
public record RunSummary(Run run) {

  /** Whether the claims hold, as far as they were tried. */
  public String headline() {
    if (run.isGood()) {
      return "Passed";
    }
    boolean failed =
        !run.of(TestRun.Outcome.FAILED).isEmpty()
            || run.boot().stream().anyMatch(step -> !step.good());
    return failed ? "Failed" : "Nothing was shown";
  }

  /** How much was tried, and what came of it. */
  public String figures() {
    int all = run.tests().size();
    return "%s%s, in %s"
        .formatted(
            all == 1 ? "1 test" : all + " tests",
            all == 0 ? "" : ": " + SpecShown.counts(run.tests()),
            TestText.took(run.took()));
  }

  /** Whether tenants are isolated, where a spec tried it. */
  public String isolation() {
    return run.proof()
        .map(one -> new Summary(one).sentence())
        .orElse("Isolation: no test of this run tried all families.");
  }

  /** All of it in one sentence. */
  public String sentence() {
    return "%s: %s.".formatted(headline(), figures());
  }
}
