package io.tenantproof.probe;

import java.time.Duration;

/**
 * How much a probe asks of the network at once.
 *
 * @param together checks that are under way at the same time
 * @param pause from the start of one check to that of the next
 */
public record Pace(int together, Duration pause) {

  /** As many sockets as a probe may open, all at once. */
  public static final Pace ANY = new Pace(400, Duration.ZERO);
}
