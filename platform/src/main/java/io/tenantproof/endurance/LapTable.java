package io.tenantproof.endurance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A row for each run, as wide as its words are.
 *
 * @param account of the runs
 */
record LapTable(Account account) {

  private static final List<String> HEAD =
      List.of("run", "result", "seconds", "tests", "failed", "skipped");
  private static final String NONE = "-";

  @Override
  public String toString() {
    List<Gauge> gauges = gauges();
    List<List<String>> rows = new ArrayList<>();
    rows.add(Stream.concat(HEAD.stream(), gauges.stream().map(Gauge::heading)).toList());
    account
        .before()
        .ifPresent(
            there -> rows.add(row(List.of("before", NONE, NONE, NONE, NONE, NONE), there, gauges)));
    account.laps().forEach(lap -> rows.add(row(results(lap), lap.footprint(), gauges)));
    List<Integer> widths =
        IntStream.range(0, rows.getFirst().size())
            .mapToObj(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toList();
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
  }

  // What was never there has no column.
  private List<Gauge> gauges() {
    return Stream.of(Gauge.values())
        .filter(
            gauge ->
                Stream.concat(
                        account.before().stream(), account.laps().stream().map(Lap::footprint))
                    .anyMatch(there -> there.reading(gauge).isPresent()))
        .toList();
  }

  private static List<String> results(Lap lap) {
    return List.of(
        String.valueOf(lap.number()),
        lap.isGood() ? "ok" : "failed",
        String.valueOf(lap.took().toSeconds()),
        String.valueOf(lap.results().tests()),
        String.valueOf(lap.results().failed().size()),
        String.valueOf(lap.results().skipped().size()));
  }

  private static List<String> row(List<String> first, Footprint there, List<Gauge> gauges) {
    return Stream.concat(
            first.stream(),
            gauges.stream()
                .map(
                    gauge ->
                        there
                            .reading(gauge)
                            .map(reading -> gauge.shown(reading.value()))
                            .orElse(NONE)))
        .toList();
  }

  private static String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> " ".repeat(widths.get(i) - row.get(i).length()) + row.get(i))
        .collect(Collectors.joining(" ", "", "\n"));
  }
}
