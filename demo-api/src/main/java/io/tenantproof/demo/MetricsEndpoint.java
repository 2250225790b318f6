package io.tenantproof.demo;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/**
 * {@code /metrics} of the management port: the Prometheus text format, whatever the caller accepts.
 *
 * <p>Source: Prometheus documentation, "Exposition formats", text format version 0.0.4.
 */
final class MetricsEndpoint implements Handler {

  static final String PATH = "/metrics";

  private static final String MEDIA_TYPE = "text/plain";
  private static final Header TEXT =
      HeaderValues.createCached(
          HeaderNames.CONTENT_TYPE, MEDIA_TYPE + "; version=0.0.4; charset=utf-8");

  private final ServiceMeters meters;

  MetricsEndpoint(ServiceMeters meters) {
    this.meters = meters;
  }

  @Override
  public void handle(ServerRequest req, ServerResponse res) {
    res.header(TEXT).header(Headers.NO_STORE).send(meters.registry().scrape(MEDIA_TYPE));
  }
}
