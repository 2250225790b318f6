package io.tenantproof.workload;

import io.tenantproof.console.Facts;
import io.tenantproof.console.Median;
import io.tenantproof.workload.WorkloadBench.Measured;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.ToDoubleFunction;

/**
 * What was measured of contenders, the median of their rounds, for people and for programs.
 *
 * @param measured by name, the one that others are compared with last
 */
public record WorkloadText(Map<String, Measured> measured) {

  private record Figures(
      String name,
      int rounds,
      double requestsPerSecond,
      double coldRequestsPerSecond,
      double p50Ms,
      double p99Ms,
      double firstAnswerMs,
      double idleMib,
      double loadedMib,
      double imageMib,
      long failed) {

    static Figures of(Entry<String, Measured> one) {
      List<Fared> rounds = one.getValue().rounds();
      return new Figures(
          one.getKey(),
          rounds.size(),
          Median.of(rounds, fared -> fared.load().requestsPerSecond()),
          Median.of(rounds, fared -> fared.cold().requestsPerSecond()),
          Median.of(rounds, fared -> fared.load().p50Ms()),
          Median.of(rounds, fared -> fared.load().p99Ms()),
          Median.of(rounds, Fared::firstAnswerMs),
          Median.of(rounds, Fared::idleMib),
          Median.of(rounds, Fared::loadedMib),
          one.getValue().imageMib(),
          rounds.stream().mapToLong(fared -> fared.cold().failed() + fared.load().failed()).sum());
    }
  }

  private record Document(int format, List<Figures> contenders) {}

  private List<Figures> figures() {
    return measured.entrySet().stream().map(Figures::of).toList();
  }

  /** A column each. */
  public String table() {
    StringBuilder text = new StringBuilder("\n%-24s".formatted(""));
    figures().forEach(one -> text.append("%18s".formatted(one.name())));
    text.append('\n');
    row(text, "requests a second", Figures::requestsPerSecond);
    row(text, "the same, first 10 s", Figures::coldRequestsPerSecond);
    row(text, "p50, ms", Figures::p50Ms);
    row(text, "p99, ms", Figures::p99Ms);
    row(text, "first 200, ms", Figures::firstAnswerMs);
    row(text, "resident idle, MiB", Figures::idleMib);
    row(text, "resident loaded, MiB", Figures::loadedMib);
    row(text, "image, MiB", Figures::imageMib);
    row(text, "failed requests", Figures::failed);
    return text.toString();
  }

  /** The same as one JSON object. */
  public String json() {
    return Facts.json(new Document(1, figures()));
  }

  /** Whether each request was answered. */
  public boolean isGood() {
    return figures().stream().allMatch(one -> one.failed() == 0);
  }

  private void row(StringBuilder text, String what, ToDoubleFunction<Figures> figure) {
    text.append("%-24s".formatted(what));
    for (Figures one : figures()) {
      text.append(String.format(Locale.ROOT, "%18.1f", figure.applyAsDouble(one)));
    }
    text.append('\n');
  }
}
