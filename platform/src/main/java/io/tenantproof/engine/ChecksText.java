package io.tenantproof.engine;

import io.tenantproof.console.Columns;
import io.tenantproof.console.Facts;
import io.tenantproof.engine.Check.Verdict;
import java.util.List;
import java.util.Locale;

/** Checks for people and for programs, as {@code docs/command-line.md} says. */
public final class ChecksText {

  // Raised when a field goes or changes its meaning; a new field changes nothing for who reads.
  private static final int FORMAT = 1;

  private static final int WIDE = 90;

  private ChecksText() {}

  /** The checks, one a line where the width allows it. */
  public static String of(List<Check> checks, int width) {
    StringBuilder text = new StringBuilder();
    for (Check check : checks) {
      String cure = check.cure().isEmpty() ? "" : "  → " + check.cure();
      if (width >= WIDE) {
        text.append(
            "%s %-24s %-34s needed: %s%n"
                .formatted(mark(check.verdict()), check.name(), check.seen(), check.wanted()));
        text.append(cure.isEmpty() ? "" : cure + "\n");
      } else {
        Columns lines = new Columns(width);
        lines.add("%s %s: %s".formatted(mark(check.verdict()), check.name(), check.seen()));
        lines.add("  needed: " + check.wanted());
        if (!cure.isEmpty()) {
          lines.add(cure);
        }
        text.append(lines);
      }
    }
    return text.toString();
  }

  /** The checks as JSON. */
  public static String json(List<Check> checks) {
    return Facts.json(new Document(FORMAT, areGood(checks), checks.stream().map(One::of).toList()));
  }

  /** Whether something can start. */
  public static boolean areGood(List<Check> checks) {
    return checks.stream().noneMatch(check -> check.verdict() == Verdict.FAILED);
  }

  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case OK -> "✓";
      case WARNING -> "!";
      case FAILED -> "✗";
    };
  }

  private record Document(int format, boolean good, List<One> checks) {}

  private record One(String name, String verdict, String seen, String wanted, String cure) {

    static One of(Check check) {
      return new One(
          check.name(),
          check.verdict().name().toLowerCase(Locale.ROOT),
          check.seen(),
          check.wanted(),
          check.cure());
    }
  }
}
