package io.tenantproof.fault;

import io.tenantproof.scenario.Latency;
import java.time.Duration;
import java.util.Map;

/**
 * What a fault cost.
 *
 * @param clients how each client fared, from before the fault until after it
 * @param trespasses what came of the ways that are shut
 * @param open what came of a way that is open, tried by the same program: it shows that the others
 *     would have been seen
 * @param recovery how long it took until all was as before
 */
public record Toll(
    Map<String, Latency> clients, Trespass trespasses, Trespass open, Duration recovery) {

  /** Copies what it is given. */
  public Toll {
    clients = Map.copyOf(clients);
  }

  /** How many requests the clients made. */
  public int requests() {
    return clients.values().stream().mapToInt(Latency::requests).sum();
  }

  /** How many of them failed. */
  public int failed() {
    return clients.values().stream().mapToInt(Latency::failed).sum();
  }

  /** For people, on one line. */
  public String inWords() {
    return "%d of %d requests failed; whole again after %.1f s; %d of %d trespasses passed; %d of %d of an open way"
        .formatted(
            failed(),
            requests(),
            recovery.toMillis() / 1_000.0,
            trespasses.passed(),
            trespasses.attempts(),
            open.passed(),
            open.attempts());
  }
}
