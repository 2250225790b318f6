package io.tenantproof.demo;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers what is refused before it comes to a route: broken HTTP, too much of something.
 *
 * <p>The answer is a problem like any other, counted and logged like any other.
 */
final class RefusalHandler implements DirectHandler {

  private final HttpMetrics metrics;

  private RefusalHandler(HttpMetrics metrics) {
    this.metrics = metrics;
  }

  /** One such handler for every event Helidon knows. */
  static DirectHandlers all(HttpMetrics metrics) {
    RefusalHandler handler = new RefusalHandler(metrics);
    DirectHandlers.Builder handlers = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      handlers.addHandler(type, handler);
    }
    return handlers.build();
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType eventType,
      Status found,
      ServerResponseHeaders responseHeaders,
      @Nullable String message) {
    Optional<RequestScope> routed = RequestScope.current();
    RequestScope scope = routed.orElseGet(RequestScope::begin);
    Status status = routed.isEmpty() ? ofTheCaller(found) : found;
    // Inside of a route the filter counts and logs. A failed connection comes here as well, as an
    // internal error nobody will ever read.
    if (routed.isEmpty() && eventType != EventType.INTERNAL_ERROR) {
      metrics.refused(request.method(), status.code());
      ScopedValue.where(RequestScope.CURRENT, scope).run(() -> log(request, status));
    }
    TransportResponse.Builder response =
        TransportResponse.builder()
            .status(status)
            .headers(responseHeaders)
            .header(Headers.PROBLEM_JSON)
            .header(Headers.NO_STORE)
            .header(Headers.TRACERESPONSE, scope.trace().traceresponse())
            .header(Headers.REQUEST_ID, scope.requestId().value())
            .keepAlive(false)
            .entity(body(status, scope));
    if (status.equals(Status.SERVICE_UNAVAILABLE_503)) {
      response.header(HeaderValues.create(HeaderNames.RETRY_AFTER, "1"));
    }
    return response.build();
  }

  // Nothing of the service has run yet: what Helidon stumbled over is what the caller sent, a
  // version
  // of HTTP that is not spoken here too. As a 5xx anybody could make it count as a failure.
  private static Status ofTheCaller(Status found) {
    return found.code() == 500 || found.code() == 505 ? Status.BAD_REQUEST_400 : found;
  }

  private static byte[] body(Status status, RequestScope scope) {
    return Problem.of(status).toJson(scope.requestId()).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void log(TransportRequest request, Status status) {
    new RequestLine(
            request.method(),
            request.path(),
            RouteTable.UNMATCHED,
            status.code(),
            Duration.ZERO,
            Optional.empty())
        .log();
  }
}
