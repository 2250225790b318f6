package io.tenantproof.helm;

/** A chart could not be installed or upgraded. */
public final class ReleaseFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReleaseFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
