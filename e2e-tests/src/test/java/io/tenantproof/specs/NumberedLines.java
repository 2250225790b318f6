package io.tenantproof.specs;

import io.tenantproof.loki.LogLine;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lines that count from one, as a case writes them.
 *
 * @param last the number of the last one
 */
record NumberedLines(int last) {

  private static final Pattern NUMBER = Pattern.compile("^line (\\d{5}) ");

  /** The numbers that no line has. */
  List<Integer> lost(List<LogLine> lines) {
    Map<Integer, Long> found = counted(lines);
    return IntStream.rangeClosed(1, last).filter(n -> !found.containsKey(n)).boxed().toList();
  }

  /** The numbers that more than one line has. */
  List<Integer> doubled(List<LogLine> lines) {
    return counted(lines).entrySet().stream()
        .filter(one -> one.getValue() > 1)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static Map<Integer, Long> counted(List<LogLine> lines) {
    return lines.stream()
        .map(line -> NUMBER.matcher(line.line()))
        .filter(Matcher::find)
        .map(number -> Integer.valueOf(number.group(1)))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
