package io.tenantproof.endurance;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is there of the kit at one time.
 *
 * @param readings by what was measured; there is none where there is nothing to measure
 * @param missing what could not be measured, and why
 */
public record Footprint(Map<Gauge, Reading> readings, List<String> missing) {

  /** Copies what it is given. */
  public Footprint {
    Map<Gauge, Reading> copy = new EnumMap<>(Gauge.class);
    copy.putAll(readings);
    readings = Collections.unmodifiableMap(copy);
    missing = List.copyOf(missing);
  }

  /** What a gauge says. */
  Optional<Reading> reading(Gauge gauge) {
    return Optional.ofNullable(readings.get(gauge));
  }
}
