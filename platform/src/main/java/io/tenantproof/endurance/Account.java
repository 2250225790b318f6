package io.tenantproof.endurance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was seen so far.
 *
 * @param plan of it
 * @param before what was there before the first run; empty until that was looked at
 * @param laps the runs that have ended, in order
 * @param end why there are fewer runs than planned; empty where nothing keeps them from coming
 */
public record Account(Plan plan, Optional<Footprint> before, List<Lap> laps, String end) {

  /** Copies what it is given. */
  public Account {
    laps = List.copyOf(laps);
  }

  /** Of a plan of which nothing is done. */
  public static Account of(Plan plan) {
    return new Account(plan, Optional.empty(), List.of(), "");
  }

  Account startingFrom(Footprint there) {
    return new Account(plan, Optional.of(there), laps, end);
  }

  Account with(Lap lap) {
    List<Lap> all = new ArrayList<>(laps);
    all.add(lap);
    return new Account(plan, before, all, end);
  }

  /** The same, which ends here for a reason. */
  public Account endedBecause(String why) {
    return new Account(plan, before, laps, why);
  }
}
