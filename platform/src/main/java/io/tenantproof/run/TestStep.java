package io.tenantproof.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;

/**
 * One step of a test.
 *
 * @param kind what it is
 * @param what was done or expected
 * @param seen what came of it
 * @param good whether it was as expected
 * @param begin when it began
 * @param took how long it lasted
 */
public record TestStep(
    Kind kind,
    String what,
    String seen,
    boolean good,
    Instant begin,
    @JsonProperty("tookMs") Duration took) {

  /** What a test does. */
  public enum Kind {
    /** It changed something. */
    DID,
    /** It waited until something was so. */
    EXPECTED,
    /** It watched that something stayed so. */
    WATCHED,
    /** It tried to get from each tenant to the others. */
    PROVED
  }
}
