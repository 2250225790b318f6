package io.tenantproof.vector;

import io.tenantproof.cluster.NodeContainer;
import java.time.Duration;

/**
 * Addresses beyond the cluster that a node of ours answers at itself while a run lasts, so that a
 * way out can be seen open without a packet ever leaving the machine.
 *
 * @param node that answers
 */
record StandIns(NodeContainer node) {

  /** Stands for the internet: reserved for documentation, so nobody has it (RFC 5737). */
  static final String BEYOND = "192.0.2.1";

  /** Where clouds tell a machine its credentials. */
  static final String METADATA = "169.254.169.254";

  private static final Duration DEADLINE = Duration.ofSeconds(10);

  /** Has the node answer; one that does so already goes on. */
  void add() {
    each("add");
  }

  /** Has the node forget them. */
  void remove() {
    each("delete");
  }

  private void each(String verb) {
    for (String address : new String[] {BEYOND, METADATA}) {
      node.run(
          DEADLINE,
          "sh",
          "-c",
          "ip address %s %s/32 dev lo 2>/dev/null || true".formatted(verb, address));
    }
  }
}
