package io.tenantproof.report;

import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Verdict;
import java.util.Locale;

/** Verdicts in words. */
final class VerdictText {

  private VerdictText() {}

  /** As it stands in a sentence. */
  static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** One letter, no two the same: who can't tell colours apart reads it. */
  static String letter(Verdict verdict) {
    return verdict.name().substring(0, 1);
  }

  /** What it says. */
  static String meaning(Verdict verdict) {
    return switch (verdict) {
      case ISOLATED -> "shut, and the control shows that an open way would have been seen";
      case SERVED -> "open, as a tenant needs it";
      case KNOWN -> "open, and known to be: see docs/security.md";
      case NOT_TRIED -> "left out, with the reason";
      case UNPROVEN -> "shut without a control that was open, or it could not be tried";
      case CUT_OFF -> "shut, though a tenant needs it";
      case BREACHED -> "open, though it should be shut";
    };
  }

  /** What to do about a finding. */
  static String next(Finding finding) {
    return switch (finding.verdict()) {
      case ISOLATED, SERVED, KNOWN, NOT_TRIED -> "nothing";
      case UNPROVEN ->
          finding.observation().isShut()
              ? "see why the control did not get through, then prove again"
              : "see why it could not be tried, then prove again";
      case CUT_OFF -> "see that the target runs, and that the guardrail lets it pass";
      case BREACHED ->
          "see that the guardrail is there and says so; if it is, the cluster does not enforce it";
    };
  }
}
