package io.tenantproof.http;

import java.net.URI;

/** A request got no answer, or another one than a good one. */
public final class RequestFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int NO_STATUS = 0;

  private final int status;
  private final String answer;

  private RequestFailed(String message, int status, String answer, Throwable cause) {
    super(message, cause);
    this.status = status;
    this.answer = answer;
  }

  private RequestFailed(String message, int status, String answer) {
    super(message);
    this.status = status;
    this.answer = answer;
  }

  /** Something answered, and not well. */
  public static RequestFailed answered(String asked, URI uri, int status, String answer) {
    String said = answer.isBlank() ? "nothing" : answer.strip();
    return new RequestFailed(
        "%s: expected a good answer, got %d from %s: %s".formatted(asked, status, uri, said),
        status,
        said);
  }

  /** Nothing answered that could be read. */
  static RequestFailed unanswered(String asked, URI uri, Throwable cause) {
    return new RequestFailed(
        "%s: expected an answer of %s, got none: %s".formatted(asked, uri, cause),
        NO_STATUS,
        "",
        cause);
  }

  /** The HTTP status; 0 where nothing answered. */
  public int status() {
    return status;
  }

  /** What the server said, without space around it; empty where nothing answered. */
  public String answer() {
    return answer;
  }
}
