package io.tenantproof.demo;

import java.time.Duration;
import java.util.Optional;

/**
 * What the log says about one request.
 *
 * @param method as sent
 * @param path as sent, without the query, which may hold what nobody should read in a log
 * @param route template of the path
 * @param status what the caller got
 * @param duration from the request's headers to the last byte of the answer
 * @param failure why it failed, when it did for a reason of our own
 */
record RequestLine(
    String method,
    String path,
    String route,
    int status,
    Duration duration,
    Optional<Throwable> failure) {

  private static final System.Logger LOGGER = System.getLogger("io.tenantproof.demo.request");

  /** Writes it: as an error when the service is to blame. */
  void log() {
    System.Logger.Level level =
        status >= 500 ? System.Logger.Level.ERROR : System.Logger.Level.INFO;
    // The route, not the path: the message is a short text with a fixed number of shapes.
    LOGGER.log(level, HttpMetrics.methodLabel(method) + " " + route + " " + status, this);
  }
}
