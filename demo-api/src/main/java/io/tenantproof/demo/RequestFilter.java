package io.tenantproof.demo;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.time.Duration;
import java.util.List;

/** Around each request of the API: its trace and name, its metrics, its line in the log. */
final class RequestFilter implements Filter {

  private final RouteTable routes;
  private final HttpMetrics metrics;
  private final Lifecycle lifecycle;

  RequestFilter(RouteTable routes, HttpMetrics metrics, Lifecycle lifecycle) {
    this.routes = routes;
    this.metrics = metrics;
    this.lifecycle = lifecycle;
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest req, RoutingResponse res) {
    long begun = System.nanoTime();
    RequestScope scope =
        new RequestScope(
            TraceContext.continuing(sent(req, Headers.TRACEPARENT)),
            RequestId.continuing(sent(req, Headers.REQUEST_ID)));
    res.header(Headers.TRACERESPONSE, scope.trace().traceresponse());
    res.header(Headers.REQUEST_ID, scope.requestId().value());
    boolean last = isLast(req);
    if (last) {
      res.header(HeaderValues.CONNECTION_CLOSE);
    }
    ScopedValue.where(RequestScope.CURRENT, scope).run(() -> proceed(chain, req, res, begun));
    if (last) {
      // Helidon would go on reading, and take what is left of a body for the next request.
      throw new CloseConnectionException("this was the last request of its connection");
    }
  }

  private void proceed(FilterChain chain, RoutingRequest req, RoutingResponse res, long begun) {
    String route = routes.templateOf(req.path().path());
    metrics.began(route);
    try {
      chain.proceed();
    } catch (ServerConnectionException callerLeft) {
      // It did not take the answer. Nobody is there to be told, and anybody can make it happen:
      // the log has the request, and no stack trace.
      throw callerLeft;
    } catch (RuntimeException e) {
      RequestScope.CURRENT.get().failed(e);
      throw e;
    } finally {
      Duration duration = Duration.ofNanos(System.nanoTime() - begun);
      String method = req.prologue().method().text();
      metrics.ended(route, method, res.status().code(), duration);
      new RequestLine(
              method,
              req.prologue().uriPath().rawPath(),
              route,
              res.status().code(),
              duration,
              RequestScope.CURRENT.get().failure().get())
          .log();
    }
  }

  private boolean isLast(RoutingRequest req) {
    // While draining, callers with a lasting connection must find another copy of the workload.
    // A body nobody asked for is not read, so the connection can't be used again.
    return lifecycle.draining()
        || req.content().hasEntity()
        || req.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
  }

  private static List<String> sent(RoutingRequest req, HeaderName name) {
    return req.headers().contains(name) ? req.headers().get(name).allValues() : List.of();
  }
}
