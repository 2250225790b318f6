package io.tenantproof.delivery;

/** A name that no registry takes. */
public final class BadImageName extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadImageName(String message) {
    super(message);
  }
}
