package io.tenantproof.mutation;

import io.tenantproof.console.Facts;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What became of mutants, for people and for programs.
 *
 * @param results of all of them
 */
public record MutationText(List<Mutant.Result> results) {

  /** Copies what it is given. */
  public MutationText {
    results = List.copyOf(results);
  }

  /** Each mutant with how its fate is known, then the score. */
  public String forPeople() {
    StringBuilder text = new StringBuilder("\n");
    for (Mutant.Result result : results) {
      text.append(
          "%-9s %s%n          %s%n          %s%n"
              .formatted(
                  result.fate(), result.mutant().id(), result.mutant().what(), result.reason()));
    }
    return text.append(
            "%n%d mutants: %d killed, %d survived, %d not run; score %s%n"
                .formatted(
                    results.size(),
                    count(Mutant.Fate.KILLED),
                    count(Mutant.Fate.SURVIVED),
                    count(Mutant.Fate.NOT_RUN),
                    score().isPresent()
                        ? String.format(Locale.ROOT, "%.0f %%", score().getAsDouble())
                        : "none: no mutant was tried"))
        .toString();
  }

  /** The same as one JSON object. */
  public String json() {
    return Facts.json(
        new Document(
            1,
            results.size(),
            count(Mutant.Fate.KILLED),
            count(Mutant.Fate.SURVIVED),
            count(Mutant.Fate.NOT_RUN),
            results.stream().map(Row::of).toList()));
  }

  /** Whether mutants were tried and none survived. */
  public boolean isGood() {
    return count(Mutant.Fate.SURVIVED) == 0 && count(Mutant.Fate.KILLED) > 0;
  }

  // Killed of those that were tried, in percent.
  private OptionalDouble score() {
    long killed = count(Mutant.Fate.KILLED);
    long tried = killed + count(Mutant.Fate.SURVIVED);
    return tried == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * killed / tried);
  }

  private long count(Mutant.Fate fate) {
    return results.stream().filter(one -> one.fate() == fate).count();
  }

  private record Document(
      int format, int mutants, long killed, long survived, long notRun, List<Row> results) {}

  private record Row(String id, String fate, String family, String what, String reason) {

    static Row of(Mutant.Result result) {
      Mutant mutant = result.mutant();
      return new Row(
          mutant.id(),
          result.fate().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          mutant.family().name().toLowerCase(Locale.ROOT),
          mutant.what(),
          result.reason());
    }
  }
}
