package io.tenantproof.endurance;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A test that failed.
 *
 * @param test its name
 * @param failedIn numbers of the runs
 * @param passed in how many runs it passed
 */
public record Trouble(String test, List<Integer> failedIn, int passed) {

  /** Copies what it is given. */
  public Trouble {
    failedIn = List.copyOf(failedIn);
  }

  /** All tests that failed, in the order of their names. */
  static List<Trouble> of(List<Lap> laps) {
    return laps.stream()
        .flatMap(lap -> lap.results().failed().stream())
        .distinct()
        .sorted()
        .map(
            test ->
                new Trouble(
                    test,
                    laps.stream()
                        .filter(lap -> lap.results().failed().contains(test))
                        .map(Lap::number)
                        .toList(),
                    Math.toIntExact(
                        laps.stream()
                            .filter(lap -> lap.results().passed().contains(test))
                            .count())))
        .toList();
  }

  /** Whether the same test of the same sources passed, too. */
  public boolean isFlake() {
    return passed > 0;
  }

  /** In words. */
  String told() {
    return "%s failed in %s, passed in %s"
        .formatted(
            test,
            failedIn.size() == 1
                ? "run " + failedIn.getFirst()
                : "runs "
                    + failedIn.stream().map(String::valueOf).collect(Collectors.joining(", ")),
            passed == 0 ? "none" : "%d".formatted(passed));
  }
}
