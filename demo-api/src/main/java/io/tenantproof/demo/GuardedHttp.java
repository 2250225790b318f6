package io.tenantproof.demo;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.util.Set;

/**
 * HTTP/1.1 of a port, each of its connections known to the port's guard.
 *
 * @param http who speaks it
 * @param guard who watches
 */
record GuardedHttp(ServerConnectionSelector http, CallerGuard guard)
    implements ServerConnectionSelector {

  /** With the limits of the service. */
  static GuardedHttp of(Limits limits, CallerGuard guard) {
    Http1Config config =
        Http1Config.builder()
            .maxPrologueLength(limits.requestLineBytes())
            .maxHeadersSize(limits.headerBytes())
            .addReceiveListener(guard)
            .build();
    return new GuardedHttp(Http1ConnectionSelector.builder().config(config).build(), guard);
  }

  @Override
  public int bytesToIdentifyConnection() {
    return http.bytesToIdentifyConnection();
  }

  @Override
  public Support supports(BufferData data) {
    return http.supports(data);
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return http.supportedApplicationProtocols();
  }

  @Override
  public ServerConnection connection(ConnectionContext ctx) {
    return new Caller(ctx, http.connection(ctx), guard);
  }
}
