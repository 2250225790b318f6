package io.tenantproof.loki;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A part of time.
 *
 * @param from the first instant that is in it
 * @param to the first that is not any more
 */
public record Window(Instant from, Instant to) {

  // A line's time comes from the node's clock, which may be a little ahead.
  private static final Duration AHEAD = Duration.ofMinutes(1);

  /** Refuses one that ends before it begins. */
  public Window {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a window that ends at %s can't begin at %s".formatted(to, from));
    }
  }

  /** From an instant until now, and a little more. */
  public static Window since(Instant from) {
    return new Window(from, Clock.systemUTC().instant().plus(AHEAD));
  }

  /** The same end with another beginning. */
  Window startingAt(Instant later) {
    return new Window(later, to);
  }
}
