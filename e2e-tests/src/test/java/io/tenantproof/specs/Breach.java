package io.tenantproof.specs;

import io.tenantproof.scenario.Metrics;
import java.util.List;
import java.util.function.Predicate;

/**
 * Something that the case "hostile-monitors" is after.
 *
 * @param what it is
 * @param cameThrough whether it came through
 */
record Breach(String what, Predicate<Metrics> cameThrough) {

  private static final List<Breach> ALL =
      List.of(
          ofTenantB("spoof_by_sample"),
          ofTenantB("spoof_by_honor_labels"),
          ofTenantB("spoof_by_relabeling"),
          ofTenantB("spoof_by_metric_relabeling"),
          ofTenantB("spoof_by_label_map"),
          reachesTenantB("nosy-anywhere"),
          reachesTenantB("nosy-by-name"),
          new Breach(
              "token-thief is scraped with a file of Prometheus",
              metrics -> !metrics.targets().ofMonitor("tenant-a", "token-thief").isEmpty()),
          new Breach("more series than the limit are stored", metrics -> metrics.has("bomb")));

  /** Those that came through. */
  static List<Breach> seen(Metrics metrics) {
    return ALL.stream().filter(one -> one.cameThrough.test(metrics)).toList();
  }

  /** Those that did not come through, or not yet. */
  static List<Breach> open(Metrics metrics) {
    return ALL.stream().filter(one -> !one.cameThrough.test(metrics)).toList();
  }

  private static Breach ofTenantB(String series) {
    return new Breach(
        series + " is a series of tenant-b",
        metrics -> metrics.has(series + "{tenant=\"tenant-b\"}"));
  }

  private static Breach reachesTenantB(String monitor) {
    return new Breach(
        monitor + " scrapes tenant-b",
        metrics ->
            metrics.targets().ofMonitor("tenant-a", monitor).stream()
                .anyMatch(target -> target.label("namespace").equals("tenant-b")));
  }

  @Override
  public String toString() {
    return what;
  }
}
