package io.tenantproof.loki;

import java.util.Locale;

/** In which order lines are asked for. */
public enum Direction {
  /** Oldest first. */
  FORWARD,
  /** Newest first. */
  BACKWARD;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
