package io.tenantproof.image;

/** An image can neither be found, nor pulled, nor built. */
public final class ImageUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the image, who wants it, and why. */
  public ImageUnavailable(String message) {
    super(message);
  }

  ImageUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
