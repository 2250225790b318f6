package io.tenantproof.report;

import io.tenantproof.run.Run;
import io.tenantproof.run.Series;
import io.tenantproof.run.Series.Measure;
import java.util.List;

/**
 * A measure of all tenants, on one scale.
 *
 * @param title what is measured
 * @param plots one a tenant
 */
record Plots(String title, List<Plot> plots) {

  /** The measures that a run has. */
  static List<Plots> of(Run run) {
    return List.of(Measure.values()).stream()
        .map(measure -> of(run, measure))
        .filter(one -> !one.plots().isEmpty())
        .toList();
  }

  private static Plots of(Run run, Measure measure) {
    List<Series> series =
        run.measurements().series().stream().filter(one -> one.measure() == measure).toList();
    double highest =
        series.stream()
            .flatMap(one -> one.points().stream())
            .mapToDouble(Series.Point::value)
            .max()
            .orElse(0);
    return new Plots(
        title(measure),
        series.stream()
            .map(one -> new Plot(one, run.begin(), run.took(), scale(highest)))
            .toList());
  }

  static String title(Measure measure) {
    return switch (measure) {
      case REQUESTS -> "Requests per second";
      case LATENCY -> "99 of 100 requests took at most";
      case LINES -> "Log lines per second";
    };
  }

  /** The next round number. */
  private static double scale(double highest) {
    if (highest <= 0) {
      return 1;
    }
    double magnitude = Math.pow(10, Math.floor(Math.log10(highest)));
    return List.of(1.0, 2.0, 5.0, 10.0).stream()
        .map(one -> one * magnitude)
        .filter(one -> one >= highest)
        .findFirst()
        .orElse(highest);
  }
}
