package io.tenantproof.endurance;

import java.util.List;

/**
 * What the runs come to.
 *
 * @param troubles tests that failed
 * @param broken numbers of the runs that were not good though no test of theirs failed
 * @param courses of all measures
 * @param runs how many there were
 */
public record Verdict(
    List<Trouble> troubles, List<Integer> broken, List<Course> courses, int runs) {

  /** Copies what it is given. */
  public Verdict {
    troubles = List.copyOf(troubles);
    broken = List.copyOf(broken);
    courses = List.copyOf(courses);
  }

  /** The verdict on what was seen so far. */
  public static Verdict of(Account account) {
    List<Lap> laps = account.laps();
    return new Verdict(
        Trouble.of(laps),
        laps.stream()
            .filter(lap -> !lap.isGood() && lap.results().failed().isEmpty())
            .map(Lap::number)
            .toList(),
        Course.of(laps),
        laps.size());
  }

  /** Tests that failed in some runs and passed in others. */
  public List<Trouble> flakes() {
    return troubles.stream().filter(Trouble::isFlake).toList();
  }

  /** Tests that never passed. */
  public List<Trouble> failures() {
    return troubles.stream().filter(one -> !one.isFlake()).toList();
  }

  /** What grew. */
  public List<Course> growths() {
    return courses.stream().filter(Course::grew).toList();
  }

  /** Whether there was a run, nothing failed, and nothing grew. */
  public boolean isGood() {
    return runs > 0 && troubles.isEmpty() && broken.isEmpty() && growths().isEmpty();
  }
}
