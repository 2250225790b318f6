package io.tenantproof.demo;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;

/** The headers the service reads and writes. */
final class Headers {

  /** W3C Trace Context, sent by the caller. */
  static final HeaderName TRACEPARENT = HeaderNames.create("traceparent");

  /** W3C Trace Context, level 3 draft, returned to the caller. */
  static final HeaderName TRACERESPONSE = HeaderNames.create("traceresponse");

  /** Sent by the caller and returned. */
  static final HeaderName REQUEST_ID = HeaderNames.create("x-request-id");

  static final Header JSON =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json");
  static final Header PROBLEM_JSON =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
  static final Header YAML =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/yaml");
  static final Header HTML =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8");

  /** Who answers may change with every request: no cache may stand in between. */
  static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

  /** The same path has several representations. */
  static final Header VARY_ACCEPT = HeaderValues.createCached(HeaderNames.VARY, "Accept");

  /** No guessing of media types by browsers. */
  static final Header NO_SNIFF =
      HeaderValues.createCached(HeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff");

  /** No path of ours in the Referer of others. */
  static final Header NO_REFERRER =
      HeaderValues.createCached(HeaderNames.create("referrer-policy"), "no-referrer");

  /** All that may be asked of a path here. */
  static final Header ALLOW_READS = HeaderValues.createCached(HeaderNames.ALLOW, "GET, HEAD");

  private Headers() {}
}
