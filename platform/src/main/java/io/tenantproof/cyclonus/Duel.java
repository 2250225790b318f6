package io.tenantproof.cyclonus;

import io.tenantproof.bench.Size;
import java.util.List;

/**
 * The kit's proof and Cyclonus' probe, one after the other.
 *
 * @param kit what the kit's took
 * @param cyclonus what the other's took
 */
public record Duel(Size kit, Probed cyclonus) {

  /** Whether all of both came out as it must; a figure of anything else is none. */
  boolean isGood() {
    return kit.bad().isEmpty() && cyclonus.wrong() == 0;
  }

  /** Whether all of them are good. */
  public static boolean areGood(List<Duel> duels) {
    return duels.stream().allMatch(Duel::isGood);
  }
}
