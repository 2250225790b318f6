package io.tenantproof.isolation;

import java.time.Duration;

/**
 * What was seen when something was tried.
 *
 * @param state what it came to
 * @param seen the raw answer, in words
 * @param took how long it was tried: a way counts as closed only when it stayed so for a while
 */
public record Observation(State state, String seen, Duration took) {

  /** What trying came to. Only the first three say something of the way itself. */
  public enum State {
    /** It worked. */
    ALLOWED,
    /** Somebody said no. */
    REFUSED,
    /** Nothing came back. */
    DROPPED,
    /** It could not be tried: this says nothing about the way. */
    FAILED,
    /** It was left out. */
    NOT_TRIED
  }

  /** It worked. */
  public static Observation allowed(String seen) {
    return new Observation(State.ALLOWED, seen, Duration.ZERO);
  }

  /** Somebody said no. */
  public static Observation refused(String seen) {
    return new Observation(State.REFUSED, seen, Duration.ZERO);
  }

  /** It could not be tried. */
  public static Observation failed(String why) {
    return new Observation(State.FAILED, why, Duration.ZERO);
  }

  /** It was left out. */
  public static Observation notTried(String why) {
    return new Observation(State.NOT_TRIED, why, Duration.ZERO);
  }

  /** Whether the way was open. */
  public boolean isOpen() {
    return state == State.ALLOWED;
  }

  /** Whether the way was shut. */
  public boolean isShut() {
    return state == State.REFUSED || state == State.DROPPED;
  }
}
