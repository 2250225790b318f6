package io.tenantproof.report;

import io.tenantproof.run.Run;
import io.tenantproof.run.TestRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A spec with its tests as people are shown them.
 *
 * @param name its class
 * @param counts what came of its tests
 * @param took how long they ran
 * @param tests in order
 */
record SpecShown(String name, String counts, String took, List<TestShown> tests) {

  /** All of a run, in the order in which they began. */
  static List<SpecShown> of(Run run) {
    Map<String, List<TestShown>> bySpec = new LinkedHashMap<>();
    for (int number = 0; number < run.tests().size(); number++) {
      TestRun test = run.tests().get(number);
      bySpec
          .computeIfAbsent(test.spec(), key -> new ArrayList<>())
          .add(new TestShown(number, test));
    }
    return bySpec.entrySet().stream().map(one -> of(one.getKey(), one.getValue())).toList();
  }

  private static SpecShown of(String spec, List<TestShown> tests) {
    return new SpecShown(
        spec,
        counts(tests.stream().map(TestShown::test).toList()),
        TestText.took(
            tests.stream().map(one -> one.test().took()).reduce(Duration.ZERO, Duration::plus)),
        List.copyOf(tests));
  }

  /** What came of tests, the worst first, as in {@code 1 failed, 4 passed}. */
  static String counts(List<TestRun> tests) {
    return List.of(TestRun.Outcome.FAILED, TestRun.Outcome.SKIPPED, TestRun.Outcome.PASSED).stream()
        .filter(outcome -> tests.stream().anyMatch(one -> one.outcome() == outcome))
        .map(
            outcome ->
                "%d %s"
                    .formatted(
                        tests.stream().filter(one -> one.outcome() == outcome).count(),
                        TestText.word(outcome)))
        .collect(Collectors.joining(", "));
  }
}
