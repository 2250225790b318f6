package io.tenantproof.git;

/** Git refused, or could not be reached. */
public final class GitFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GitFailed(String message) {
    super(message);
  }

  GitFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
