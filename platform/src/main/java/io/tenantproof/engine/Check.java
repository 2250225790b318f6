package io.tenantproof.engine;

/**
 * One thing that was looked at before anything starts.
 *
 * @param name what was looked at, as in "container engine"
 * @param verdict how it came out
 * @param seen what was found
 * @param wanted what is needed
 * @param cure what to do; empty where nothing is to be done
 */
public record Check(String name, Verdict verdict, String seen, String wanted, String cure) {

  /** How a check came out. */
  public enum Verdict {
    /** As wanted. */
    OK,
    /** Works, but not as well as it could. */
    WARNING,
    /** Nothing can start. */
    FAILED
  }

  static Check ok(String name, String seen, String wanted) {
    return new Check(name, Verdict.OK, seen, wanted, "");
  }

  static Check warning(String name, String seen, String wanted, String cure) {
    return new Check(name, Verdict.WARNING, seen, wanted, cure);
  }

  static Check failed(String name, String seen, String wanted, String cure) {
    return new Check(name, Verdict.FAILED, seen, wanted, cure);
  }
}
