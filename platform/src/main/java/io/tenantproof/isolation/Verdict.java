package io.tenantproof.isolation;

/** What an observation means, given what was expected and what its control showed. */
public enum Verdict {
  /** Shut as it should be, and the control shows that the probe would have seen it open. */
  ISOLATED(true),
  /** Open as it should be. */
  SERVED(true),
  /** Open, and known to be. */
  KNOWN(true),
  /** Left out, with the reason. */
  NOT_TRIED(true),
  /** Shut, but nothing shows that the probe would have seen it open; or it could not be tried. */
  UNPROVEN(false),
  /** Shut, though a tenant needs it. */
  CUT_OFF(false),
  /** Open, though it should be shut. */
  BREACHED(false);

  private final boolean good;

  Verdict(boolean good) {
    this.good = good;
  }

  /** Whether a run with this verdict may pass. */
  public boolean isGood() {
    return good;
  }
}
