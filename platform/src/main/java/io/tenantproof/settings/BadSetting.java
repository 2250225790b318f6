package io.tenantproof.settings;

/** A setting that does not exist or can't have the value it was given. */
public final class BadSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong and what to write instead. */
  public BadSetting(String message) {
    super(message);
  }
}
