package io.tenantproof.measured;

import java.util.List;
import java.util.Locale;

/** Numbers as the page writes them. */
final class Numbers {

  private static final List<Double> ROUND = List.of(1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0);
  private static final int MANY = 100;
  private static final int FEW = 10;

  private Numbers() {}

  /** With as many digits as say something, as in 15,533, 42.8 and 3.51. */
  static String shown(double value) {
    String form =
        value == Math.rint(value) || Math.abs(value) >= MANY
            ? "%,.0f"
            : Math.abs(value) >= FEW ? "%,.1f" : "%,.2f";
    return String.format(Locale.ROOT, form, value);
  }

  /** A count, as in 15,533. */
  static String shown(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A place in a chart. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * Math.clamp(share, 0, 1));
  }

  /** A share in words. */
  static String share(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** The next round number, for the end of an axis. */
  static double scale(double highest) {
    if (highest <= 0) {
      return 1;
    }
    double magnitude = Math.pow(10, Math.floor(Math.log10(highest)));
    return ROUND.stream()
        .map(one -> one * magnitude)
        .filter(one -> one >= highest)
        .findFirst()
        .orElse(highest);
  }
}
