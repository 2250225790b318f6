package io.tenantproof.demo;

import java.time.Duration;

/**
 * How much of the service one caller can take.
 *
 * @param bodyBytes largest request body; more is 413
 * @param headerBytes largest sum of request headers; more is 400
 * @param requestLineBytes longest request line; more is 414
 * @param connections open connections a port; a further one takes the place of the most silent
 * @param requests requests served at the same time a port; further ones are 503
 * @param socketBytes what the system keeps for a connection each way, about
 * @param headers how long a caller may take to send the headers after the request line
 * @param answer how long a caller may take to read the answer, beside what the service takes
 * @param idle how long a connection may wait for its next request line
 * @param check how often slow and idle connections are looked for
 * @param finish how long requests in flight may take when the service stops
 */
record Limits(
    long bodyBytes,
    int headerBytes,
    int requestLineBytes,
    int connections,
    int requests,
    int socketBytes,
    Duration headers,
    Duration answer,
    Duration idle,
    Duration check,
    Duration finish) {

  /**
   * The limits in operation.
   *
   * <p>A request more than connections is never there: one that is not read costs a connection,
   * which others can take over, and not a place among the requests, which they can't.
   *
   * <p>Drain (5 s) and finish (20 s) fit into the 30 s Kubernetes grants a pod by default.
   */
  static final Limits STANDARD =
      new Limits(
          16_384,
          16_384,
          4_096,
          512,
          576,
          16_384,
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofSeconds(20));
}
