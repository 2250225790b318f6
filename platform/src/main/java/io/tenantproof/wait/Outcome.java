package io.tenantproof.wait;

/** What one look at a state came to. */
public sealed interface Outcome {

  /** What was seen, in words that can stand in a failure's text. */
  String seen();

  /**
   * As expected.
   *
   * @param seen what was seen
   */
  record Satisfied(String seen) implements Outcome {}

  /**
   * Not yet as expected; it may become so.
   *
   * @param seen what was seen
   */
  record Pending(String seen) implements Outcome {}

  /**
   * It can't become as expected any more: waiting on is of no use.
   *
   * @param seen what was seen
   */
  record Failed(String seen) implements Outcome {}

  /** As expected, or not yet. */
  static Outcome of(boolean satisfied, String seen) {
    return satisfied ? new Satisfied(seen) : new Pending(seen);
  }
}
