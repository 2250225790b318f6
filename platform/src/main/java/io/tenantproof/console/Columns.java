package io.tenantproof.console;

import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** Rows of plain text whose cells wrap within their columns. */
public final class Columns {

  private final TextTable table;

  /** Columns of such widths. */
  public Columns(int... widths) {
    Column[] columns = new Column[widths.length];
    for (int i = 0; i < widths.length; i++) {
      columns[i] = new Column(widths[i], i == 0 ? 0 : 1, Overflow.WRAP);
    }
    table = TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), columns);
  }

  /** Adds a row. */
  public void add(String... cells) {
    String[] plain = new String[cells.length];
    for (int i = 0; i < cells.length; i++) {
      plain[i] = plain(cells[i]);
    }
    table.addRowValues(plain);
  }

  /** All rows. */
  @Override
  public String toString() {
    return table.toString();
  }

  // An answer of a hostile server must not steer the terminal, nor be taken for the table's markup.
  private static String plain(String text) {
    return text.replaceAll("\\p{C}", " ").replace("@|", "@ |");
  }
}
