package io.tenantproof.measured;

import java.util.List;

/**
 * What was measured, ready to be shown.
 *
 * @param headline what it came to
 * @param bad what must not be; empty where nothing is amiss
 * @param notes how to read them
 * @param bars charts of bars
 * @param lines charts of lines
 * @param gantts charts of a clock
 * @param tables numbers of the charts that do not show them themselves
 */
record Told(
    String headline,
    String bad,
    List<String> notes,
    List<Bars> bars,
    List<Line> lines,
    List<Gantt> gantts,
    List<Table> tables) {

  Told {
    notes = List.copyOf(notes);
    bars = List.copyOf(bars);
    lines = List.copyOf(lines);
    gantts = List.copyOf(gantts);
    tables = List.copyOf(tables);
  }

  /** In bars. */
  static Told bars(String headline, String bad, List<String> notes, List<Bars> bars) {
    return new Told(headline, bad, notes, bars, List.of(), List.of(), List.of());
  }

  /** In lines, whose numbers a table has. */
  static Told lines(String headline, String bad, List<Line> lines, Table numbers) {
    return new Told(headline, bad, List.of(), List.of(), lines, List.of(), List.of(numbers));
  }
}
