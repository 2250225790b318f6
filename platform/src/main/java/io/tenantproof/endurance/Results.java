package io.tenantproof.endurance;

import io.tenantproof.run.Run;
import io.tenantproof.run.TestRun;
import java.util.List;

/**
 * What came of the tests of a run, by their names.
 *
 * @param passed as in {@code GitOpsIT.aRevertRollsBack}
 * @param failed the same
 * @param skipped the same
 */
public record Results(List<String> passed, List<String> failed, List<String> skipped) {

  /** Those of a run of which nothing was told. */
  static final Results NONE = new Results(List.of(), List.of(), List.of());

  /** Copies what it is given. */
  public Results {
    passed = List.copyOf(passed);
    failed = List.copyOf(failed);
    skipped = List.copyOf(skipped);
  }

  /** Those that a run tells. */
  static Results of(Run run) {
    return new Results(
        names(run, TestRun.Outcome.PASSED),
        names(run, TestRun.Outcome.FAILED),
        names(run, TestRun.Outcome.SKIPPED));
  }

  /** How many there are. */
  int tests() {
    return passed.size() + failed.size() + skipped.size();
  }

  private static List<String> names(Run run, TestRun.Outcome outcome) {
    return run.of(outcome).stream().map(test -> test.spec() + "." + test.name()).toList();
  }
}
