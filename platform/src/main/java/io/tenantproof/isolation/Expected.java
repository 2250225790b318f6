package io.tenantproof.isolation;

/** What should come of trying a vector. */
public enum Expected {
  /** The way is shut. */
  SHUT,
  /** The way is open: a tenant needs it. */
  OPEN,
  /** The way is open and this is known: namespaces do not close it (docs/security.md). */
  KNOWN_OPEN
}
