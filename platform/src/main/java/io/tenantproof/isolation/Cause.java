package io.tenantproof.isolation;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One thing that explains many findings, so that it is told once.
 *
 * @param words what, where and what to do
 * @param explained the findings that follow from it
 */
public record Cause(String words, List<Finding> explained) {

  // One way that is open alone may have its own reason.
  private static final int VECTORS = 2;

  /** Copies what it is given. */
  public Cause {
    explained = List.copyOf(explained);
  }

  /**
   * What all findings about packets say together: that the cluster's network enforces no
   * NetworkPolicy, or that it lets nothing pass even where none is.
   */
  static Optional<Cause> ofTheNetwork(String cluster, List<Finding> findings) {
    List<Finding> forbidden =
        findings.stream()
            .filter(one -> one.vector().family() == Family.NETWORK)
            .filter(one -> one.expected() == Expected.SHUT)
            .filter(one -> one.observation().isOpen() || one.observation().isShut())
            .toList();
    List<Finding> seeing = forbidden.stream().filter(Cause::hasOpenControl).toList();
    if (forbidden.stream().map(Finding::vector).distinct().count() < VECTORS) {
      return Optional.empty();
    }
    if (seeing.isEmpty()) {
      return all(forbidden, Verdict.UNPROVEN)
          ? Optional.of(new Cause(nothingPasses(cluster, forbidden), forbidden))
          : Optional.empty();
    }
    // What is shut and had no open control may be shut because nothing is there.
    return all(seeing, Verdict.BREACHED)
        ? Optional.of(new Cause(nothingIsEnforced(cluster, seeing), bad(forbidden)))
        : Optional.empty();
  }

  private static String nothingIsEnforced(String cluster, List<Finding> open) {
    Finding first = open.getFirst();
    return """
    The network of the cluster %s enforces no NetworkPolicy: all %d ways that one shuts were open, as from %s to %s \
    (%s), so nothing keeps tenants apart there. Use a network plugin (CNI) that enforces NetworkPolicies, as k3s' \
    own, Calico and Cilium do, and prove again; if it has one, see with `kubectl get networkpolicy --all-namespaces` \
    that the tenants' policies are there.\
    """
        .formatted(cluster, open.size(), first.from(), first.to(), first.target());
  }

  private static String nothingPasses(String cluster, List<Finding> shut) {
    Finding first = shut.getFirst();
    return """
    Nothing is proven of the network of the cluster %s: of %d controls, which no NetworkPolicy of the kit holds back, \
    none got through, as that of the way from %s to %s (%s: %s). See whether something shuts the whole cluster, as an \
    AdminNetworkPolicy, a GlobalNetworkPolicy of Calico or a CiliumClusterwideNetworkPolicy, let namespaces without \
    policies reach each other, and prove again.\
    """
        .formatted(
            cluster,
            shut.size(),
            first.from(),
            first.to(),
            first.target(),
            first.control().map(Observation::seen).orElse("there is no control"));
  }

  private static boolean hasOpenControl(Finding finding) {
    return finding.control().filter(Observation::isOpen).isPresent();
  }

  private static boolean all(List<Finding> findings, Verdict verdict) {
    Predicate<Finding> has = one -> one.verdict() == verdict;
    return findings.stream().allMatch(has);
  }

  private static List<Finding> bad(List<Finding> findings) {
    return findings.stream().filter(one -> !one.verdict().isGood()).toList();
  }
}
