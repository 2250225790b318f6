package io.tenantproof.registry;

/** A registry refused, or could not be reached; what to do about it is said. */
public final class RegistryFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RegistryFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
