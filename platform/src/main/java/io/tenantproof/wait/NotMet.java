package io.tenantproof.wait;

/** What was expected of the cluster did not come, or did not last. */
public final class NotMet extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotMet(String message) {
    super(message);
  }

  NotMet(String message, Throwable cause) {
    super(message, cause);
  }
}
