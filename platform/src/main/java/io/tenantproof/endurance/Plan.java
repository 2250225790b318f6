package io.tenantproof.endurance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is to be run.
 *
 * @param runs how often at the most
 * @param fresh whether each run has a cluster of its own, from nothing; else all share one platform
 * @param specs names of classes, with a method where that alone is wanted; all where there is none
 * @param deadline by when all has ended, from the first run's begin on
 */
public record Plan(int runs, boolean fresh, List<String> specs, Optional<Duration> deadline) {

  /** Copies what it is given. */
  public Plan {
    specs = List.copyOf(specs);
  }
}
