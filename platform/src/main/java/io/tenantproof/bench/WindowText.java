package io.tenantproof.bench;

import io.tenantproof.bench.StartWindow.Way;
import io.tenantproof.console.Facts;
import io.tenantproof.probe.Passage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What was measured of new pods' first packets, for people and for programs. */
public final class WindowText {

  private WindowText() {}

  /** A line each. */
  public static String table(Map<Way, List<Passage>> seen) {
    StringBuilder text = new StringBuilder("\n");
    seen.forEach(
        (way, passages) -> {
          Row row = Row.of(way, passages);
          text.append(
              String.format(
                  Locale.ROOT,
                  "%s%n  %s: %d of %d connections of %d pods passed%s%n",
                  way.title(),
                  way.open() ? "must pass" : "must not pass",
                  row.passed(),
                  row.connections(),
                  row.pods(),
                  when(row)));
        });
    return text.toString();
  }

  private static String when(Row row) {
    return row.passed() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "; the first after %.0f ms (median), %.0f ms (worst); the last after %.0f ms",
            row.firstPassedMedianMs(),
            row.firstPassedWorstMs(),
            row.lastPassedMs());
  }

  /** The same as one JSON object. */
  public static String json(Map<Way, List<Passage>> seen) {
    return Facts.json(
        new Document(
            1, seen.entrySet().stream().map(one -> Row.of(one.getKey(), one.getValue())).toList()));
  }

  /** Whether nothing passed that must not, and what must pass did, from each pod. */
  public static boolean isGood(Map<Way, List<Passage>> seen) {
    return seen.entrySet().stream()
        .allMatch(
            one ->
                !one.getValue().isEmpty()
                    && one.getValue().stream()
                        .allMatch(passage -> passage.allowed() > 0 == one.getKey().open()));
  }

  private record Document(int format, List<Row> ways) {}

  private record Row(
      Way way,
      String title,
      boolean open,
      int pods,
      int connections,
      int passed,
      double firstPassedMedianMs,
      double firstPassedWorstMs,
      double lastPassedMs) {

    static Row of(Way way, List<Passage> passages) {
      List<Double> first = sorted(passages, Passage::firstPassedMs);
      List<Double> last = sorted(passages, Passage::lastPassedMs);
      return new Row(
          way,
          way.title(),
          way.open(),
          passages.size(),
          passages.stream().mapToInt(Passage::attempts).sum(),
          passages.stream().mapToInt(Passage::allowed).sum(),
          first.isEmpty() ? -1 : first.get(first.size() / 2),
          first.isEmpty() ? -1 : first.getLast(),
          last.isEmpty() ? -1 : last.getLast());
    }

    private static List<Double> sorted(List<Passage> passages, ToDoubleFunction<Passage> time) {
      return passages.stream().map(time::applyAsDouble).filter(at -> at >= 0).sorted().toList();
    }
  }
}
