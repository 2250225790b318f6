package io.tenantproof.endurance;

import io.tenantproof.console.Facts;
import java.util.List;
import java.util.stream.Collectors;

/** What was seen of many runs, for people and for programs. */
public final class EnduranceText {

  private EnduranceText() {}

  /** A row each, then what failed and what grew. */
  public static String of(Account account) {
    Verdict verdict = Verdict.of(account);
    StringBuilder text = new StringBuilder("\n").append(new LapTable(account)).append("\n");
    account
        .laps()
        .forEach(
            lap ->
                lap.footprint()
                    .missing()
                    .forEach(
                        what ->
                            text.append(
                                line(
                                    "not measured",
                                    "after run %d: %s".formatted(lap.number(), what)))));
    verdict.flakes().forEach(one -> text.append(line("flake", one.told())));
    verdict.failures().forEach(one -> text.append(line("failure", one.told())));
    verdict
        .broken()
        .forEach(
            run ->
                text.append(
                    line(
                        "broken",
                        "run %1$d: no test failed, and yet it is not good; target/endurance/run-%1$d.log says why"
                            .formatted(run))));
    verdict.courses().stream()
        .filter(one -> one.grew() || one.gauge().kind().isQuantity())
        .forEach(one -> text.append(line(one.grew() ? "growth" : "steady", one.told())));
    return text.append("\n").append(sentence(account, verdict)).append("\n").toString();
  }

  private static String line(String kind, String told) {
    return "%-12s %s%n".formatted(kind, told);
  }

  private static String sentence(Account account, Verdict verdict) {
    int runs = account.laps().size();
    String many =
        runs == account.plan().runs()
            ? runs == 1 ? "1 run" : "%d runs".formatted(runs)
            : "%d of %d runs%s"
                .formatted(
                    runs,
                    account.plan().runs(),
                    account.end().isEmpty() ? "" : " (%s)".formatted(account.end()));
    if (runs == 0) {
      return "Nothing was shown: " + many + ".";
    }
    long bad = account.laps().stream().filter(lap -> !lap.isGood()).count();
    String failed = bad == 0 ? "nothing failed" : "%d failed".formatted(bad);
    return "%s, %s: %s, %s."
        .formatted(verdict.isGood() ? "Good" : "Not good", many, failed, grown(runs, verdict));
  }

  private static String grown(int runs, Verdict verdict) {
    if (runs <= Course.WARM) {
      return "and growth is not judged: that takes three runs";
    }
    List<Course> growths = verdict.growths();
    return growths.isEmpty()
        ? "nothing grew"
        : growths.stream()
            .map(one -> one.gauge().title())
            .collect(Collectors.joining(", ", "grown: ", ""));
  }

  /** The same as one JSON object. */
  public static String json(Account account) {
    return Facts.json(EnduranceFacts.of(account));
  }
}
