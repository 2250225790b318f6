package io.tenantproof.http;

import java.net.URI;

/**
 * An answer over HTTP.
 *
 * @param asked the question in words
 * @param uri that was asked
 * @param status of HTTP
 * @param body as text
 */
public record Reply(String asked, URI uri, int status, String body) {

  /** Whether the status is one of success. */
  public boolean good() {
    return status >= 200 && status < 300;
  }

  /** Itself, when the status is one of success; else the exception that says what was answered. */
  public Reply required() {
    if (!good()) {
      throw failure(body);
    }
    return this;
  }

  /** The exception for this answer, with the part of it that tells. */
  public RequestFailed failure(String telling) {
    return RequestFailed.answered(asked, uri, status, telling);
  }
}
