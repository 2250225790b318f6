package io.tenantproof.specs;

import io.tenantproof.loki.LogLine;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the case "odd-lines" writes, as it is stored.
 *
 * @param stackTrace the lines of the first message
 * @param longLine the one of 256 KiB; its pieces joined where it is stored in pieces
 * @param broken the one that is no UTF-8
 */
record OddLines(List<String> stackTrace, String longLine, String broken) {

  private static final int NUMBERS = 32_766;

  static OddLines of(List<LogLine> stored) {
    List<String> lines = stored.stream().map(LogLine::line).toList();
    int begin = first(lines, "long: ");
    int end = first(lines, "odd: ");
    return new OddLines(
        lines.subList(0, begin), String.join("", lines.subList(begin, end)), lines.get(end));
  }

  static String longLineAsWritten() {
    return IntStream.range(0, NUMBERS)
        .mapToObj("%08d"::formatted)
        .collect(Collectors.joining("", "long: ", " :end-long"));
  }

  private static int first(List<String> lines, String beginning) {
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).startsWith(beginning))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "none of %d lines begins with %s".formatted(lines.size(), beginning)));
  }
}
