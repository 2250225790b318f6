package io.tenantproof.bench;

import io.tenantproof.isolation.Finding;
import java.time.Duration;
import java.util.List;

/**
 * What a proof of so many tenants took.
 *
 * @param tenants how many
 * @param took from before the first probe was made until the last vector was tried
 * @param findings how many ways were tried
 * @param bad those that did not come out as they must: a figure with such is none
 */
public record Size(int tenants, Duration took, int findings, List<Finding> bad) {

  /** Copies what it is given. */
  public Size {
    bad = List.copyOf(bad);
  }

  /** How many tenants were to reach how many others. */
  public int pairs() {
    return tenants * (tenants - 1);
  }

  /** Milliseconds for one way. */
  public double perFinding() {
    return took.toMillis() / (double) Math.max(1, findings);
  }
}
