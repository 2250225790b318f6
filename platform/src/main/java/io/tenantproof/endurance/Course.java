package io.tenantproof.endurance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a measure went from the second run to the last; the first one warms up.
 *
 * @param gauge that was measured
 * @param from the first run that counts
 * @param to the last run
 * @param trend of a quantity
 * @param grew whether it has more than it may have
 * @param told in words
 */
public record Course(
    Gauge gauge, int from, int to, Optional<Trend> trend, boolean grew, String told) {

  /** The run whose footprint the later ones are compared with. */
  static final int WARM = 2;

  // A slope of fewer is that of chance: two runs more or less decide it.
  private static final int LEAST_POINTS = 5;

  private static final double MIB = 1 << 20;
  private static final int MOST_NAMES = 8;

  /** What a lap measured. */
  private record Seen(int run, Reading reading) {}

  /** The courses of all measures that are judged; of one that was seen once there is none. */
  static List<Course> of(List<Lap> laps) {
    List<Course> courses = new ArrayList<>();
    for (Gauge gauge : Gauge.values()) {
      List<Seen> seen =
          laps.stream()
              .filter(lap -> lap.number() >= WARM)
              .flatMap(
                  lap ->
                      lap.footprint().reading(gauge).stream()
                          .map(reading -> new Seen(lap.number(), reading)))
              .toList();
      if (gauge.kind() != Gauge.Kind.SHOWN && seen.size() > 1) {
        courses.add(gauge.kind().isQuantity() ? quantity(gauge, seen) : counted(gauge, seen));
      }
    }
    return List.copyOf(courses);
  }

  private static Course counted(Gauge gauge, List<Seen> seen) {
    Seen first = seen.getFirst();
    Seen last = seen.getLast();
    List<String> more = last.reading().moreThan(first.reading());
    return new Course(
        gauge,
        first.run(),
        last.run(),
        Optional.empty(),
        last.reading().value() > first.reading().value(),
        "%s: %d after run %d, %d after run %d%s"
            .formatted(
                gauge.title(),
                first.reading().value(),
                first.run(),
                last.reading().value(),
                last.run(),
                more.isEmpty() ? "" : "; only then: " + shortened(more)));
  }

  private static String shortened(List<String> names) {
    return names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
        + (names.size() > MOST_NAMES ? " and %d more".formatted(names.size() - MOST_NAMES) : "");
  }

  private static Course quantity(Gauge gauge, List<Seen> seen) {
    Trend trend =
        Trend.of(
            seen.stream().map(one -> new Trend.Point(one.run(), one.reading().value())).toList());
    Gauge.Kind kind = gauge.kind();
    boolean steadily =
        trend.points() >= LEAST_POINTS
            && trend.percentPerRun() > kind.mostPerRun()
            && trend.risesClearly();
    return new Course(
        gauge,
        seen.getFirst().run(),
        seen.getLast().run(),
        Optional.of(trend),
        steadily || trend.percentInAll() > kind.mostInAll(),
        String.format(
            Locale.ROOT,
            "%s: %+.1f MiB a run (%+.1f %%), %+.1f %% from run %d to run %d; tolerated are %.0f %%"
                + " a run and %.0f %% in all",
            gauge.title(),
            trend.slope() / MIB,
            trend.percentPerRun(),
            trend.percentInAll(),
            seen.getFirst().run(),
            seen.getLast().run(),
            kind.mostPerRun(),
            kind.mostInAll()));
  }
}
