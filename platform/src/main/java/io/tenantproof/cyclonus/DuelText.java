package io.tenantproof.cyclonus;

import io.tenantproof.bench.Size;
import io.tenantproof.console.Facts;
import io.tenantproof.console.Median;
import java.util.List;
import java.util.Locale;

/**
 * What was measured of both, the median of their rounds, for people and for programs.
 *
 * @param duels at least one
 */
public record DuelText(List<Duel> duels) {

  private static final double MS = 1000;

  /** Copies what it is given. */
  public DuelText {
    duels = List.copyOf(duels);
  }

  private record Contender(
      String name, int checks, double tookMs, double perCheckMs, long notAsTheyMustBe) {}

  private record Document(
      int format, int rounds, int tenants, double ratio, List<Contender> contenders) {}

  private Contender kit() {
    return new Contender(
        "tenantproof",
        duels.getFirst().kit().findings(),
        Median.of(duels, duel -> duel.kit().took().toMillis()),
        Median.of(duels, duel -> duel.kit().perFinding()),
        duels.stream().map(Duel::kit).map(Size::bad).mapToLong(List::size).sum());
  }

  private Contender cyclonus() {
    return new Contender(
        "cyclonus",
        duels.getFirst().cyclonus().checks() + duels.getFirst().cyclonus().wrong(),
        Median.of(duels, duel -> duel.cyclonus().took().toMillis()),
        Median.of(duels, duel -> duel.cyclonus().perCheck()),
        duels.stream().mapToLong(duel -> duel.cyclonus().wrong()).sum());
  }

  // What the other takes for one check, by what the kit takes: of the medians.
  private double ratio() {
    return kit().perCheckMs() > 0 ? cyclonus().perCheckMs() / kit().perCheckMs() : 0;
  }

  /** A line each. */
  public String table() {
    StringBuilder text = new StringBuilder("\n              checks      took  per check\n");
    for (Contender one : List.of(kit(), cyclonus())) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-12s %7d %7.1f s %7.1f ms%n",
              one.name(),
              one.checks(),
              one.tookMs() / MS,
              one.perCheckMs()));
      if (one.notAsTheyMustBe() > 0) {
        text.append(
            "%s: %d checks were not as they must be: the figures say nothing%n"
                .formatted(one.name(), one.notAsTheyMustBe()));
      }
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "%d tenants, median of %d rounds: %.1f times faster%n",
                duels.getFirst().kit().tenants(),
                duels.size(),
                ratio()))
        .toString();
  }

  /** The same as one JSON object. */
  public String json() {
    return Facts.json(
        new Document(
            1,
            duels.size(),
            duels.getFirst().kit().tenants(),
            ratio(),
            List.of(kit(), cyclonus())));
  }
}
