package io.tenantproof.cluster;

import java.time.Instant;

/**
 * The process that a container lives and dies with. The start time tells it from a later process
 * with the same number.
 *
 * @param process its number
 * @param started when it started, in seconds
 */
public record Owner(long process, long started) {

  /** This process. */
  public static Owner thisJvm() {
    return of(ProcessHandle.current());
  }

  static Owner parse(String text) {
    String[] parts = text.split("@", 2);
    return new Owner(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
  }

  boolean isAlive() {
    return ProcessHandle.of(process).map(Owner::of).filter(this::equals).isPresent();
  }

  @Override
  public String toString() {
    return process + "@" + started;
  }

  private static Owner of(ProcessHandle handle) {
    return new Owner(
        handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH).getEpochSecond());
  }
}
