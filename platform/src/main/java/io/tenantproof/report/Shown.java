package io.tenantproof.report;

import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Observation;
import io.tenantproof.isolation.Vector;
import io.tenantproof.isolation.Verdict;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A finding as people are shown it.
 *
 * @param number unique on the page
 * @param finding that is shown
 */
record Shown(int number, Finding finding) {

  // There are many good ones; the JSON has all of each.
  private static final int GOOD = 100;
  private static final int GOOD_CONTROL = 40;
  private static final int BAD = 2000;
  private static final Duration MOMENT = Duration.ofMillis(50);

  Vector vector() {
    return finding.vector();
  }

  Verdict verdict() {
    return finding.verdict();
  }

  String letter() {
    return VerdictText.letter(verdict());
  }

  String word() {
    return VerdictText.word(verdict());
  }

  String from() {
    return finding.from();
  }

  String to() {
    return finding.to();
  }

  /** A part of the platform without its program: {@code argocd} of {@code argocd/server}. */
  String part() {
    return finding.to().replaceFirst("/.*", "");
  }

  String target() {
    return part().equals(to()) ? finding.target() : "%s, %s".formatted(to(), finding.target());
  }

  String seen() {
    return words(finding.observation(), GOOD);
  }

  Optional<String> control() {
    return finding.control().map(one -> words(one, GOOD_CONTROL));
  }

  String next() {
    return VerdictText.next(finding);
  }

  private String words(Observation observation, int enough) {
    String state = observation.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String held =
        observation.took().compareTo(MOMENT) < 0
            ? ""
            : String.format(Locale.ROOT, " for %.1f s", observation.took().toMillis() / 1000.0);
    return "%s%s, %s".formatted(state, held, shortened(observation.seen(), enough));
  }

  private String shortened(String text, int enough) {
    int longest = verdict().isGood() ? enough : BAD;
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }
}
