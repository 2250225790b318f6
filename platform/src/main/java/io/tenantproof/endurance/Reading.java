package io.tenantproof.endurance;

import java.util.ArrayList;
import java.util.List;

/**
 * One measure at one time.
 *
 * @param value how many, or how many bytes
 * @param names of what was counted, sorted, one as often as it was there; empty where nobody has to
 *     know them
 */
public record Reading(long value, List<String> names) {

  /** Copies what it is given. */
  public Reading {
    names = List.copyOf(names);
  }

  /** A number without names. */
  static Reading of(long value) {
    return new Reading(value, List.of());
  }

  /** As many as there are names. */
  static Reading of(List<String> names) {
    return new Reading(names.size(), names.stream().sorted().toList());
  }

  /** The names that are more often here than there. */
  List<String> moreThan(Reading other) {
    List<String> more = new ArrayList<>(names);
    other.names.forEach(more::remove);
    return List.copyOf(more);
  }
}
