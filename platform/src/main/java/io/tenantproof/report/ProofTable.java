package io.tenantproof.report;

import io.tenantproof.console.Columns;
import io.tenantproof.isolation.Cause;
import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Proof;
import io.tenantproof.isolation.Vector;
import io.tenantproof.isolation.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A proof for a console: plain text, 80 columns. */
public final class ProofTable {

  private static final int WIDTH = 80;
  private static final int KEY = 14;

  private ProofTable() {}

  /** The table, then each finding that a run must not have, then the proof in one sentence. */
  public static String of(Proof proof) {
    StringBuilder text = new StringBuilder();
    for (Family family : Family.values()) {
      List<Finding> findings = proof.of(family);
      if (!findings.isEmpty()) {
        text.append('\n').append(family.title()).append('\n');
        text.append(family(findings));
      }
    }
    proof.cause().ifPresent(cause -> text.append('\n').append(cause(cause)));
    new Summary(proof).bad().forEach(finding -> text.append('\n').append(bad(finding)));
    text.append('\n').append(closing(proof));
    return text.toString();
  }

  private static String family(List<Finding> findings) {
    Columns table = new Columns(KEY, WIDTH - KEY);
    for (Vector vector : findings.stream().map(Finding::vector).distinct().toList()) {
      Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
      findings.stream()
          .filter(one -> one.vector().equals(vector))
          .forEach(one -> counts.merge(one.verdict(), 1L, Long::sum));
      Verdict worst =
          Summary.verdicts().stream().filter(counts::containsKey).findFirst().orElseThrow();
      table.add(
          VerdictText.word(worst), "%s: %s".formatted(vector.title(), Summary.worstFirst(counts)));
    }
    return table.toString();
  }

  private static String cause(Cause cause) {
    Columns table = new Columns(KEY, WIDTH - KEY);
    table.add("CAUSE", cause.words());
    table.add(
        "  findings", "%d follow from it; the report has each".formatted(cause.explained().size()));
    return table.toString();
  }

  private static String bad(Finding finding) {
    Columns table = new Columns(KEY, WIDTH - KEY);
    String verdict = VerdictText.word(finding.verdict()).toUpperCase(Locale.ROOT);
    table.add(verdict, finding.vector().title());
    table.add("  way", "%s to %s".formatted(finding.from(), finding.to()));
    table.add("  target", finding.target());
    table.add("  seen", finding.reason());
    table.add("  guardrail", finding.vector().guardrail());
    table.add("  next", VerdictText.next(finding));
    return table.toString();
  }

  private static String closing(Proof proof) {
    Columns table = new Columns(WIDTH);
    double seconds = proof.took().toMillis() / 1000.0;
    table.add(new Summary(proof).sentence() + String.format(Locale.ROOT, " %.1f s.", seconds));
    return table.toString();
  }
}
