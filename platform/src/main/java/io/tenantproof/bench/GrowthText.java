package io.tenantproof.bench;

import io.tenantproof.console.Facts;
import io.tenantproof.isolation.Finding;
import java.util.List;
import java.util.Locale;

/** What was measured of a proof's growth, for people and for programs. */
public final class GrowthText {

  private GrowthText() {}

  /** A line each, then what makes a figure worthless. */
  public static String table(List<Size> sizes) {
    StringBuilder text = new StringBuilder("\ntenants  pairs   ways      took  per way\n");
    for (Size size : sizes) {
      text.append(
          String.format(
              Locale.ROOT,
              "%7d %6d %6d %7.1f s %5.1f ms%n",
              size.tenants(),
              size.pairs(),
              size.findings(),
              size.took().toMillis() / 1000.0,
              size.perFinding()));
    }
    for (Size size : sizes) {
      for (Finding finding : size.bad()) {
        text.append(
            "%s with %d tenants: %s from %s to %s (%s): %s%n"
                .formatted(
                    finding.verdict(),
                    size.tenants(),
                    finding.vector().id(),
                    finding.from(),
                    finding.to(),
                    finding.target(),
                    finding.reason()));
      }
    }
    return text.toString();
  }

  /** The same as one JSON object. */
  public static String json(List<Size> sizes) {
    return Facts.json(new Document(1, sizes.stream().map(Row::of).toList()));
  }

  private record Document(int format, List<Row> sizes) {}

  private record Row(int tenants, int pairs, int ways, long tookMs, int bad) {

    static Row of(Size size) {
      return new Row(
          size.tenants(), size.pairs(), size.findings(), size.took().toMillis(), size.bad().size());
    }
  }
}
