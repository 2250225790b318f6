package io.tenantproof.demo;

import java.time.Duration;

/**
 * How much of the service one caller can take.
 *
 * @param bodyBytes largest request body; more is 413
 * @param headerBytes largest sum of request headers; more is 400
 * @param requestLineBytes longest request line; more is 414
 * @param connections open connections a port; further ones wait in the backlog
 * @param requests requests served at the same time a port; further ones are 503
 * @param headers how long a caller may take to send the headers after the request line
 * @param idle how long a connection may wait for its next request line
 * @param idleCheck how often idle connections are looked for
 * @param finish how long requests in flight may take when the service stops
 */
record Limits(
    long bodyBytes,
    int headerBytes,
    int requestLineBytes,
    int connections,
    int requests,
    Duration headers,
    Duration idle,
    Duration idleCheck,
    Duration finish) {

  /**
   * The limits in operation.
   *
   * <p>Drain (5 s) and finish (20 s) fit into the 30 s Kubernetes grants a pod by default.
   */
  static final Limits STANDARD =
      new Limits(
          16_384,
          16_384,
          4_096,
          1_024,
          256,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          Duration.ofSeconds(20));
}
