package io.tenantproof.endurance;

import java.time.Duration;
import java.time.Instant;

/**
 * One run of the specs, and what was there after it.
 *
 * @param number from 1 on
 * @param begin when it began
 * @param took how long Maven ran
 * @param built whether Maven says that all went well
 * @param results of its tests
 * @param footprint after it
 */
public record Lap(
    int number, Instant begin, Duration took, boolean built, Results results, Footprint footprint) {

  /** Whether Maven is content, a test passed, and none failed. */
  public boolean isGood() {
    return built && results.failed().isEmpty() && !results.passed().isEmpty();
  }

  /** In a few words. */
  String told() {
    return "%d tests, %d failed, %d skipped%s"
        .formatted(
            results.tests(),
            results.failed().size(),
            results.skipped().size(),
            built ? "" : "; Maven failed");
  }
}
