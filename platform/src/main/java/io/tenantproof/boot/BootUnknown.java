package io.tenantproof.boot;

/** Nothing tells how the platform came up. */
public final class BootUnknown extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** With the reason in one sentence. */
  public BootUnknown(String reason) {
    super(reason);
  }
}
