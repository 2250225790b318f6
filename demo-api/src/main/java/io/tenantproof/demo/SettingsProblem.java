package io.tenantproof.demo;

import java.util.Optional;

/**
 * Why one setting is refused.
 *
 * @param key name of the setting as the operator wrote it, or would write it
 * @param seen the value that was found; empty when there was none
 * @param expected what would have been accepted, or what to do
 * @param origin where the value was read, or where it could be set
 */
record SettingsProblem(String key, Optional<String> seen, String expected, String origin) {

  private static final int LONGEST_SHOWN = 80;

  /** One line for people: key, value seen, what is expected, where it came from. */
  String sentence() {
    String what = seen.map(value -> "seen \"" + printable(value) + "\"").orElse("not set");
    return "%s: %s, expected %s (%s)".formatted(printable(key), what, expected, printable(origin));
  }

  /** A hostile value must not break the line or the terminal that shows it. */
  private static String printable(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
  }
}
