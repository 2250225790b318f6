package io.tenantproof.platform;

/** The platform can't be brought up, with the reason and what to do. */
public final class PlatformFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what went wrong and what to do about it. */
  public PlatformFailed(String message) {
    super(message);
  }

  PlatformFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
