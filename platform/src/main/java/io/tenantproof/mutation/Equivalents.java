package io.tenantproof.mutation;

import java.util.Map;
import java.util.Optional;

/**
 * Weakenings that open nothing, because something else closes the same way. Each is here with its
 * reason; it is told as such and counts neither as killed nor as survived.
 */
final class Equivalents {

  private static final Map<String, String> REASONS =
      Map.of(
          "networkpolicy.default-deny.dropped",
          "each pod is selected by in-namespace or by views, in both directions",
          "networkpolicy.in-namespace.ingress-0.any-pod",
          "the policy views lets no view send there",
          "networkpolicy.in-namespace.egress-0.any-pod",
          "the policies default-deny and views let nobody of the namespace reach a view");

  private Equivalents() {}

  static Optional<String> reason(String id) {
    return Optional.ofNullable(REASONS.get(id));
  }
}
