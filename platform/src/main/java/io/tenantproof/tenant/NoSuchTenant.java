package io.tenantproof.tenant;

/** A tenant or an environment that no file declares. */
public final class NoSuchTenant extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was looked for and what there is. */
  public NoSuchTenant(String message) {
    super(message);
  }
}
