package io.tenantproof.measured;

import java.util.List;
import java.util.stream.Stream;

/**
 * Numbers of a chart.
 *
 * @param caption what they are
 * @param columns of each row; the first one names it
 * @param rows of cells
 */
record Table(String caption, List<String> columns, List<Row> rows) {

  Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param name its first cell
   * @param cells the others
   */
  record Row(String name, List<String> cells) {

    Row {
      cells = List.copyOf(cells);
    }

    static Row of(String name, String... cells) {
      return new Row(name, List.of(cells));
    }
  }

  static Table of(String caption, List<String> columns, Stream<Row> rows) {
    return new Table(caption, columns, rows.toList());
  }
}
