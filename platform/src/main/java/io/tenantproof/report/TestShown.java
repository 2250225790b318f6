package io.tenantproof.report;

import io.tenantproof.run.Figure;
import io.tenantproof.run.TestRun;
import io.tenantproof.run.TestStep;
import java.util.List;
import java.util.Optional;

/**
 * A test as people are shown it.
 *
 * @param number unique on the page
 * @param test that is shown
 */
record TestShown(int number, TestRun test) {

  // The JSON has all of it.
  private static final int GOOD = 160;
  private static final int BAD = 2_000;
  private static final int REASON = 4_000;

  String id() {
    return "test-" + number;
  }

  String spec() {
    return test.spec();
  }

  String name() {
    return test.name();
  }

  String sentence() {
    return TestText.sentence(test.name());
  }

  String word() {
    return TestText.word(test.outcome());
  }

  String mark() {
    return TestText.mark(test.outcome());
  }

  String took() {
    return TestText.took(test.took());
  }

  /** Who comes to the page comes for these. */
  boolean failed() {
    return test.outcome() == TestRun.Outcome.FAILED;
  }

  /** Whether there is more to show than its outcome. */
  boolean more() {
    return !test.reason().isEmpty() || !test.steps().isEmpty() || !test.figures().isEmpty();
  }

  String reason() {
    return TestText.cut(test.reason(), REASON);
  }

  List<Figure> figures() {
    return test.figures();
  }

  Optional<String> dump() {
    return test.dump();
  }

  List<Step> steps() {
    return test.steps().stream().map(Step::of).toList();
  }

  /**
   * A step of it.
   *
   * @param kind what it is
   * @param what was done or expected
   * @param seen what came of it
   * @param took how long it lasted
   * @param state its style
   * @param mark its sign
   */
  record Step(String kind, String what, String seen, String took, String state, String mark) {

    static Step of(TestStep step) {
      TestRun.Outcome outcome = step.good() ? TestRun.Outcome.PASSED : TestRun.Outcome.FAILED;
      return new Step(
          TestText.word(step.kind()),
          TestText.cut(step.what(), step.good() ? 2 * GOOD : BAD),
          TestText.cut(step.seen(), step.good() ? GOOD : BAD),
          TestText.took(step.took()),
          TestText.word(outcome),
          TestText.mark(outcome));
    }
  }
}
