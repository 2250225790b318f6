package io.tenantproof.demo;

import io.helidon.http.Status;
import io.helidon.json.JsonObject;

/**
 * An error as the caller sees it: RFC 9457, "Problem Details for HTTP APIs".
 *
 * <p>The type is {@code about:blank}: the status says it all, and the title is its reason phrase.
 * Nothing the caller sent and nothing of the inside is repeated in it.
 *
 * @param status HTTP status
 * @param detail what went wrong and what to do, for people
 */
record Problem(Status status, String detail) {

  /** The media type of a problem. */
  static final String MEDIA_TYPE = "application/problem+json";

  /** What can be said about a status alone. */
  static Problem of(Status status) {
    return new Problem(
        status,
        switch (status.code()) {
          case 400 -> "The request breaks a rule of HTTP/1.1, or its headers are too large.";
          case 404 -> "Nothing is served at this path. The paths are listed at /openapi.";
          case 413 -> "The body is too large. This API takes none.";
          case 414 -> "The request line is too long.";
          case 503 -> "Too many requests are being served. Try again.";
          default -> status.code() < 500 ? "The request was refused." : unexpected();
        });
  }

  /** A failure that is not the caller's; the log has the reason under the request id. */
  static Problem internal() {
    return new Problem(Status.INTERNAL_SERVER_ERROR_500, unexpected());
  }

  /** The members of RFC 9457, and the request id to ask about. */
  JsonObject toJson(RequestId requestId) {
    return JsonObject.builder()
        .set("type", "about:blank")
        .set("title", status.reasonPhrase())
        .set("status", status.code())
        .set("detail", detail)
        .set("requestId", requestId.value())
        .build();
  }

  private static String unexpected() {
    return "The request could not be answered. The log tells why, under this request id.";
  }
}
