package io.tenantproof.workload;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What wrk says of a load (https://github.com/wg/wrk).
 *
 * @param requestsPerSecond that were answered
 * @param p50Ms half of them were faster, in milliseconds
 * @param p99Ms all but one in a hundred were faster
 * @param failed answers of other statuses than 2xx and 3xx, and errors of sockets
 */
public record Load(double requestsPerSecond, double p50Ms, double p99Ms, long failed) {

  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern BAD_STATUS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
  private static final Pattern SOCKETS =
      Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

  /**
   * Reads what it printed.
   *
   * @throws IllegalStateException with that, when a figure is not in it
   */
  static Load read(String printed) {
    Matcher sockets = SOCKETS.matcher(printed);
    long failed = 0;
    if (sockets.find()) {
      for (int i = 1; i <= sockets.groupCount(); i++) {
        failed += Long.parseLong(sockets.group(i));
      }
    }
    Matcher status = BAD_STATUS.matcher(printed);
    if (status.find()) {
      failed += Long.parseLong(status.group(1));
    }
    return new Load(
        Double.parseDouble(found(RATE, printed).group(1)),
        percentile(50, printed),
        percentile(99, printed),
        failed);
  }

  private static double percentile(int percent, String printed) {
    Matcher line =
        found(Pattern.compile("(?m)^\\s+%d%%\\s+([0-9.]+)(us|ms|s)$".formatted(percent)), printed);
    double number = Double.parseDouble(line.group(1));
    return switch (line.group(2)) {
      case "us" -> number / 1_000;
      case "ms" -> number;
      default -> number * 1_000;
    };
  }

  private static Matcher found(Pattern figure, String printed) {
    Matcher matcher = figure.matcher(printed);
    if (!matcher.find()) {
      throw new IllegalStateException(
          "expected %s in what wrk prints, found: %s".formatted(figure, printed));
    }
    return matcher;
  }
}
