package io.tenantproof.report;

import io.tenantproof.run.BootStep;
import io.tenantproof.run.Run;
import io.tenantproof.run.TestRun;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A run on its clock: a lane for each step of the boot and for each spec.
 *
 * @param run that is shown
 */
record Timeline(Run run) {

  private static final List<Integer> STEPS =
      List.of(1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200);
  private static final int TICKS = 7;

  // A bar that is thinner can't be seen.
  private static final double THINNEST = 0.3;

  /** The marks of the clock. */
  List<Tick> ticks() {
    long all = Math.max(1, run.took().toSeconds());
    int step = STEPS.stream().filter(one -> all / one <= TICKS).findFirst().orElse(14_400);
    return LongStream.iterate(0, second -> second <= all, second -> second + step)
        .mapToObj(
            second ->
                new Tick(
                    shown(share(Duration.ofSeconds(second))),
                    TestText.clock(Duration.ofSeconds(second)),
                    anchor(share(Duration.ofSeconds(second)))))
        .toList();
  }

  // A label must not leave the plot.
  private static String anchor(double percent) {
    return percent == 0 ? "start" : percent > 97 ? "end" : "middle";
  }

  /** The steps of the boot. */
  List<Lane> boot() {
    return run.boot().stream()
        .map(
            step ->
                new Lane(
                    step.name(),
                    "",
                    TestText.clock(since(step.begin())),
                    TestText.took(step.took()),
                    (step.good() ? "" : "failed: ") + TestText.cut(step.said(), 200),
                    List.of(bar(step))))
        .toList();
  }

  /** The specs, in the order in which they began. */
  List<Lane> specs() {
    Map<String, List<TestRun>> bySpec =
        run.tests().stream()
            .collect(Collectors.groupingBy(TestRun::spec, LinkedHashMap::new, Collectors.toList()));
    return bySpec.entrySet().stream().map(one -> lane(one.getKey(), one.getValue())).toList();
  }

  private Lane lane(String spec, List<TestRun> tests) {
    Duration took = tests.stream().map(TestRun::took).reduce(Duration.ZERO, Duration::plus);
    return new Lane(
        spec,
        "#" + spec,
        TestText.clock(since(tests.getFirst().begin())),
        TestText.took(took),
        SpecShown.counts(tests),
        tests.stream().map(this::bar).toList());
  }

  private Bar bar(BootStep step) {
    return bar(
        step.begin(),
        step.took(),
        step.good() ? "step" : "failed",
        "%s, %s".formatted(step.name(), TestText.took(step.took())));
  }

  private Bar bar(TestRun test) {
    String word = TestText.word(test.outcome());
    return bar(
        test.begin(),
        test.took(),
        word,
        "%s: %s, %s".formatted(TestText.sentence(test.name()), word, TestText.took(test.took())));
  }

  private Bar bar(Instant begin, Duration took, String kind, String title) {
    double width = Math.max(THINNEST, share(took));
    return new Bar(shown(Math.min(share(since(begin)), 100 - width)), shown(width), kind, title);
  }

  private Duration since(Instant time) {
    Duration since = Duration.between(run.begin(), time);
    return since.isNegative() ? Duration.ZERO : since;
  }

  private double share(Duration time) {
    return Math.min(100.0, 100.0 * time.toMillis() / Math.max(1, run.took().toMillis()));
  }

  private static String shown(double percent) {
    return String.format(Locale.ROOT, "%.2f%%", percent);
  }

  /**
   * A mark of the clock.
   *
   * @param x where
   * @param label its time
   * @param anchor the side of the label that stands there
   */
  record Tick(String x, String label, String anchor) {}

  /**
   * A lane.
   *
   * @param label what it is of
   * @param link to more of it; empty for none
   * @param from when its first bar begins
   * @param took how long all its bars are
   * @param said what came of it
   * @param bars in order
   */
  record Lane(String label, String link, String from, String took, String said, List<Bar> bars) {}

  /**
   * A bar.
   *
   * @param x where it begins
   * @param width of it
   * @param kind its style
   * @param title what it is, in words
   */
  record Bar(String x, String width, String kind, String title) {}
}
