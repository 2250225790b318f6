package io.tenantproof.delivery;

/** An image could not be proposed; what is left of the try is said. */
public final class PromotionFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PromotionFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
