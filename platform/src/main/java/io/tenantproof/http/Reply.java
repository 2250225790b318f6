package io.tenantproof.http;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An answer over HTTP.
 *
 * @param asked the question in words
 * @param uri that was asked
 * @param status of HTTP
 * @param body as text
 * @param headers of the answer; a name is found whatever its case
 */
public record Reply(String asked, URI uri, int status, String body, Map<String, String> headers) {

  /** Copies what it is given. */
  public Reply {
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    headers = Collections.unmodifiableMap(copy);
  }

  /** The value of a header; empty where it was not sent. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

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
