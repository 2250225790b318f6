package io.tenantproof.cyclonus;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one probe by Cyclonus came to.
 *
 * @param checks that came out as Cyclonus expects by the policies it has read
 * @param wrong those that did not: a figure with such is none
 * @param took of its container, from start to end, its pods' start included; Kubernetes writes
 *     whole seconds
 */
public record Probed(int checks, int wrong, Duration took) {

  // As in "0 wrong, 0 ignored, 81 correct": pairs of pods (its pkg/connectivity/printer.go).
  private static final Pattern RESULT =
      Pattern.compile("(\\d+) wrong, (\\d+) ignored, (\\d+) correct");

  /**
   * Reads what Cyclonus has printed.
   *
   * @param each how many checks it makes for a pair of pods: one for each port and protocol
   * @throws IllegalStateException when it says no result, with its last lines
   */
  static Probed of(String printed, int each, Duration took) {
    Matcher result = RESULT.matcher(printed);
    if (!result.find()) {
      throw new IllegalStateException(
          "expected a result of Cyclonus, as in \"0 wrong, 0 ignored, 81 correct\", found:%n%s"
              .formatted(tail(printed)));
    }
    return new Probed(
        each * Integer.parseInt(result.group(3)),
        each * (Integer.parseInt(result.group(1)) + Integer.parseInt(result.group(2))),
        took);
  }

  /** Milliseconds for one check. */
  double perCheck() {
    return took.toMillis() / (double) Math.max(1, checks + wrong);
  }

  private static String tail(String printed) {
    return printed
        .strip()
        .lines()
        .skip(Math.max(0, printed.strip().lines().count() - 10))
        .toList()
        .stream()
        .reduce("", (all, line) -> all + line + System.lineSeparator());
  }
}
