package io.tenantproof.boot;

import io.tenantproof.run.BootStep;
import io.tenantproof.run.Run;
import io.tenantproof.run.TestRun;
import io.tenantproof.run.TestStep;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the time of a run of the specs went to.
 *
 * @param begin when it began
 * @param took from the first step of its boot to its last test
 * @param parts the boot of its platform, then each spec in the order of the run
 * @param waited what of it the specs waited for something to become so
 * @param watched what of it they watched that something stays so
 */
public record Suite(
    Instant begin, Duration took, List<Part> parts, Duration waited, Duration watched) {

  /** What stands for the boot of the platform among the specs. */
  public static final String BOOT = "boot of the platform";

  /** Copies what it is given. */
  public Suite {
    parts = List.copyOf(parts);
  }

  /**
   * A part of a run.
   *
   * @param name of the spec
   * @param tests how many; of the boot, its steps
   * @param took how long all of them ran
   * @param share of the whole run, from 0 to 1
   */
  public record Part(String name, int tests, Duration took, double share) {}

  /** What a run's time went to. */
  public static Suite of(Run run) {
    Map<String, List<TestRun>> specs =
        run.tests().stream()
            .collect(Collectors.groupingBy(TestRun::spec, LinkedHashMap::new, Collectors.toList()));
    return new Suite(
        run.begin(),
        run.took(),
        Stream.concat(
                Stream.of(part(run, BOOT, run.boot(), BootStep::took)),
                specs.entrySet().stream()
                    .map(one -> part(run, one.getKey(), one.getValue(), TestRun::took)))
            .toList(),
        spent(run, TestStep.Kind.EXPECTED),
        spent(run, TestStep.Kind.WATCHED));
  }

  private static <T> Part part(Run run, String name, List<T> all, Function<T, Duration> time) {
    Duration took = all.stream().map(time).reduce(Duration.ZERO, Duration::plus);
    return new Part(
        name, all.size(), took, took.toMillis() / (double) Math.max(1, run.took().toMillis()));
  }

  private static Duration spent(Run run, TestStep.Kind kind) {
    return run.tests().stream()
        .flatMap(test -> test.steps().stream())
        .filter(step -> step.kind() == kind)
        .map(TestStep::took)
        .reduce(Duration.ZERO, Duration::plus);
  }
}
