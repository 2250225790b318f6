package io.tenantproof.report;

import io.tenantproof.isolation.Family;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Proof;
import io.tenantproof.isolation.Vector;
import io.tenantproof.isolation.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

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
    new Summary(proof).bad().forEach(finding -> text.append('\n').append(bad(finding)));
    text.append('\n').append(closing(proof));
    return text.toString();
  }

  private static String family(List<Finding> findings) {
    TextTable table = table(KEY, WIDTH - KEY);
    for (Vector vector : findings.stream().map(Finding::vector).distinct().toList()) {
      Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
      findings.stream()
          .filter(one -> one.vector().equals(vector))
          .forEach(one -> counts.merge(one.verdict(), 1L, Long::sum));
      Verdict worst =
          Summary.verdicts().stream().filter(counts::containsKey).findFirst().orElseThrow();
      add(
          table,
          VerdictText.word(worst),
          "%s: %s".formatted(vector.title(), Summary.worstFirst(counts)));
    }
    return table.toString();
  }

  private static String bad(Finding finding) {
    TextTable table = table(KEY, WIDTH - KEY);
    String verdict = VerdictText.word(finding.verdict()).toUpperCase(Locale.ROOT);
    add(table, verdict, finding.vector().title());
    add(table, "  way", "%s to %s".formatted(finding.from(), finding.to()));
    add(table, "  target", finding.target());
    add(table, "  seen", finding.reason());
    add(table, "  guardrail", finding.vector().guardrail());
    add(table, "  next", VerdictText.next(finding));
    return table.toString();
  }

  private static String closing(Proof proof) {
    TextTable table = table(WIDTH);
    double seconds = proof.took().toMillis() / 1000.0;
    add(table, new Summary(proof).sentence() + String.format(Locale.ROOT, " %.1f s.", seconds));
    return table.toString();
  }

  private static TextTable table(int... widths) {
    Column[] columns = new Column[widths.length];
    for (int i = 0; i < widths.length; i++) {
      columns[i] = new Column(widths[i], i == 0 ? 0 : 1, Overflow.WRAP);
    }
    return TextTable.forColumns(picocli.CommandLine.Help.defaultColorScheme(Ansi.OFF), columns);
  }

  private static void add(TextTable table, String... values) {
    String[] plain = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      plain[i] = plain(values[i]);
    }
    table.addRowValues(plain);
  }

  // An answer of a hostile server must not steer the terminal, nor be taken for the table's markup.
  private static String plain(String text) {
    return text.replaceAll("\\p{C}", " ").replace("@|", "@ |");
  }
}
