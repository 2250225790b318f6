package io.tenantproof.delivery;

/** A tenant or an environment that no file declares. */
public final class NoSuchTenant extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoSuchTenant(String message) {
    super(message);
  }
}
