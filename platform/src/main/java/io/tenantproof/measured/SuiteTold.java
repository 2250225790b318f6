package io.tenantproof.measured;

import io.tenantproof.boot.Suite;
import io.tenantproof.report.TestText;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** What the time of a run of the specs went to. */
final class SuiteTold {

  private SuiteTold() {}

  static Told told(Suite suite) {
    double top = suite.parts().stream().mapToDouble(Suite.Part::share).max().orElse(0);
    return Told.bars(
        "%s in all; %s of it the specs waited for something, %s they watched that it stays so"
            .formatted(
                TestText.took(suite.took()),
                part(suite.waited(), suite),
                part(suite.watched(), suite)),
        "",
        List.of(),
        List.of(
            new Bars(
                "",
                "",
                suite.parts().stream()
                    .sorted(Comparator.comparing(Suite.Part::took).reversed())
                    .map(
                        one ->
                            Bars.bar(
                                one.name(),
                                one.share(),
                                top,
                                one.name().equals(Suite.BOOT) ? "other" : "own",
                                "%s, %s"
                                    .formatted(
                                        TestText.took(one.took()), Numbers.share(one.share()))))
                    .toList())));
  }

  private static String part(Duration time, Suite suite) {
    return "%s (%s)"
        .formatted(
            TestText.took(time),
            Numbers.share(time.toMillis() / (double) Math.max(1, suite.took().toMillis())));
  }
}
