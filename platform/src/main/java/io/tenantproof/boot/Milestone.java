package io.tenantproof.boot;

import java.time.Instant;
import java.util.Optional;

/**
 * A milestone and when it was reached, as somebody has recorded it.
 *
 * @param mark which
 * @param time when; empty where it is not known
 * @param source who says so; why it is not known where it is not
 */
public record Milestone(Mark mark, Optional<Instant> time, String source) {

  /** One that somebody knows. */
  static Milestone at(Mark mark, Instant time, String source) {
    return new Milestone(mark, Optional.of(time), source);
  }

  /** One that nobody knows, and why. */
  static Milestone unknown(Mark mark, String why) {
    return new Milestone(mark, Optional.empty(), why);
  }

  /** One that may be known. */
  static Milestone of(Mark mark, Optional<Instant> time, String source, String why) {
    return new Milestone(mark, time, time.isPresent() ? source : why);
  }

  /** The same, not known for a reason. */
  Milestone forgotten(String why) {
    return unknown(mark, why);
  }
}
