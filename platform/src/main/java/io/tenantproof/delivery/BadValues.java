package io.tenantproof.delivery;

/** A tenant's file whose image can't be changed; nothing was. */
public final class BadValues extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadValues(String message) {
    super(message);
  }

  BadValues(String message, Throwable cause) {
    super(message, cause);
  }
}
