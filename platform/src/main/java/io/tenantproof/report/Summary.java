package io.tenantproof.report;

import io.tenantproof.isolation.Cause;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Proof;
import io.tenantproof.isolation.Vector;
import io.tenantproof.isolation.Verdict;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A proof in one sentence.
 *
 * @param proof that it sums up
 */
record Summary(Proof proof) {

  /** Whether tenants are isolated, as far as it was looked at. */
  String headline() {
    Map<Verdict, Long> counts = proof.counts();
    if (counts.containsKey(Verdict.BREACHED)) {
      return "Not isolated";
    }
    if (counts.containsKey(Verdict.UNPROVEN) || !counts.containsKey(Verdict.ISOLATED)) {
      return "Isolation is not proven";
    }
    return counts.containsKey(Verdict.CUT_OFF)
        ? "Isolated, but cut off from what a tenant needs"
        : "Isolated";
  }

  /** How much was looked at, and what came of it. */
  String figures() {
    long families = proof.vectors().stream().map(Vector::family).distinct().count();
    return "%s, %s, %s: %s"
        .formatted(
            counted(proof.tenants().size(), "tenant"),
            families == 1 ? "1 family" : families + " families",
            counted(proof.findings().size(), "finding"),
            proof.findings().isEmpty() ? "nothing was tried" : worstFirst(proof.counts()));
  }

  /** Both. */
  String sentence() {
    return "%s: %s.".formatted(headline(), figures());
  }

  /** What explains many of them at once, in words; empty where nothing does. */
  String cause() {
    return proof.cause().map(Cause::words).orElse("");
  }

  /** The findings that a run must not have and the cause does not explain, the worst first. */
  List<Finding> bad() {
    List<Finding> explained = proof.cause().map(Cause::explained).orElse(List.of());
    return proof.bad().stream()
        .filter(one -> !explained.contains(one))
        .sorted(Comparator.comparing(Finding::verdict, Comparator.reverseOrder()))
        .toList();
  }

  /** As in {@code 1 breached, 12 isolated}. */
  static String worstFirst(Map<Verdict, Long> counts) {
    return verdicts().stream()
        .filter(counts::containsKey)
        .map(verdict -> "%d %s".formatted(counts.get(verdict), VerdictText.word(verdict)))
        .collect(Collectors.joining(", "));
  }

  /** All verdicts, those first that need somebody. */
  static List<Verdict> verdicts() {
    return Arrays.asList(Verdict.values()).reversed();
  }

  private static String counted(int number, String noun) {
    return number == 1 ? "1 " + noun : "%d %ss".formatted(number, noun);
  }
}
