package io.tenantproof.platform;

/** What happens to a cluster that a run has started when the run ends without it being wanted. */
public enum Keep {
  /** It is always removed. */
  NEVER,
  /** It is kept when something has failed. */
  ON_FAILURE,
  /** It is kept. */
  ALWAYS
}
