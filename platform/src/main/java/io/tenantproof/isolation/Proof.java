package io.tenantproof.isolation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a run found.
 *
 * @param cluster its name
 * @param kubernetes its version
 * @param tenants that were looked at
 * @param begin when the run began
 * @param took how long it took
 * @param findings sorted by vector, from and to
 */
public record Proof(
    String cluster,
    String kubernetes,
    List<String> tenants,
    Instant begin,
    Duration took,
    List<Finding> findings) {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::vector)
          .thenComparing(Finding::from)
          .thenComparing(Finding::to)
          .thenComparing(Finding::target);

  /** Copies and sorts what it is given. */
  public Proof {
    tenants = List.copyOf(tenants);
    findings = findings.stream().sorted(ORDER).toList();
  }

  /** Whether all is as it should be, and something was proven at all. */
  public boolean isGood() {
    return findings.stream().anyMatch(one -> one.verdict() == Verdict.ISOLATED)
        && findings.stream().allMatch(one -> one.verdict().isGood());
  }

  /** The findings that a run must not have. */
  public List<Finding> bad() {
    return findings.stream().filter(one -> !one.verdict().isGood()).toList();
  }

  /** The one thing that explains many of the bad findings; empty where each has its own reason. */
  public Optional<Cause> cause() {
    return Cause.ofTheNetwork(cluster, findings);
  }

  /** Findings of a family. */
  public List<Finding> of(Family family) {
    return findings.stream().filter(one -> one.vector().family() == family).toList();
  }

  /** How many findings have each verdict. */
  public Map<Verdict, Long> counts() {
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    findings.forEach(one -> counts.merge(one.verdict(), 1L, Long::sum));
    return counts;
  }

  /** Vectors that were tried or left out, in order. */
  public List<Vector> vectors() {
    return findings.stream().map(Finding::vector).distinct().sorted().toList();
  }
}
