package io.tenantproof.run;

import java.util.List;

/**
 * What the tenants' workloads did while the specs ran.
 *
 * @param series one a tenant and measure
 * @param missing what could not be had, and why
 */
public record Measurements(List<Series> series, List<String> missing) {

  /** Copies what it is given. */
  public Measurements {
    series = List.copyOf(series);
    missing = List.copyOf(missing);
  }

  /** Nothing, for a reason. */
  public static Measurements none(String why) {
    return new Measurements(List.of(), List.of(why));
  }
}
