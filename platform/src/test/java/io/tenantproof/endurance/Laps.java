package io.tenantproof.endurance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Runs that somebody may have seen. */
final class Laps {

  static final Instant BEGIN = Instant.parse("2026-11-24T18:00:00Z");
  static final Results PASSED = new Results(List.of("A.one", "A.two"), List.of(), List.of("B.b"));
  static final long MIB = 1 << 20;

  private Laps() {}

  /** Good ones of which one thing was measured, a value each. */
  static List<Lap> measuring(Gauge gauge, long... values) {
    List<Lap> laps = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      laps.add(lap(i + 1, PASSED, footprint(gauge, Reading.of(values[i]))));
    }
    return laps;
  }

  /** Good ones of which one thing was counted, with the names of what was there. */
  @SafeVarargs
  static List<Lap> counting(Gauge gauge, List<String>... names) {
    return IntStream.range(0, names.length)
        .mapToObj(i -> lap(i + 1, PASSED, footprint(gauge, Reading.of(names[i]))))
        .toList();
  }

  /** One with the results of its tests. */
  static Lap with(int number, Results results) {
    return lap(number, results, new Footprint(Map.of(), List.of()));
  }

  static Lap lap(int number, Results results, Footprint footprint) {
    return new Lap(
        number,
        BEGIN,
        Duration.ofSeconds(60L + number),
        results.failed().isEmpty(),
        results,
        footprint);
  }

  static Footprint footprint(Gauge gauge, Reading reading) {
    return new Footprint(Map.of(gauge, reading), List.of());
  }

  static Account account(int planned, List<Lap> laps) {
    return new Account(
        new Plan(planned, false, List.of(), Optional.empty()), Optional.empty(), laps, "");
  }

  /** What a meter says of one thing, which it must know. */
  static Reading reading(Meter meter, Gauge gauge) {
    return new Footprint(meter.read(), List.of()).reading(gauge).orElseThrow();
  }
}
