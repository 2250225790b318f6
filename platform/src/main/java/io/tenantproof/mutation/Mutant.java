package io.tenantproof.mutation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.tenantproof.isolation.Family;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One weakening of a tenant's guardrails.
 *
 * @param id unique and lasting, as in {@code networkpolicy.dns.egress-0.any-port}
 * @param what is weakened, in words
 * @param family of the vectors that have to notice it
 * @param change weakens what a tenant is given
 */
public record Mutant(
    String id, String what, Family family, UnaryOperator<List<HasMetadata>> change) {

  /** What became of a mutant. */
  public enum Fate {
    /** A vector noticed. */
    KILLED,
    /** No vector noticed: one is missing. */
    SURVIVED,
    /** It could not be tried. */
    NOT_RUN
  }

  /**
   * What became of it, and how that is known.
   *
   * @param mutant that was tried
   * @param fate what became of it
   * @param reason the vector that noticed first, or why it was not tried
   */
  public record Result(Mutant mutant, Fate fate, String reason) {}
}
