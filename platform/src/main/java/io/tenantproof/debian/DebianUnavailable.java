package io.tenantproof.debian;

/** Packages of Debian can't be had on this machine. */
public final class DebianUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is missing and what to do. */
  public DebianUnavailable(String message) {
    super(message);
  }

  /** Says what is missing and what to do. */
  public DebianUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
