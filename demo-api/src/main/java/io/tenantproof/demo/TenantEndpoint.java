package io.tenantproof.demo;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** {@code /api/v1/tenant}: who this is, as JSON whatever the caller accepts. */
final class TenantEndpoint implements Handler {

  static final String PATH = "/api/v1/tenant";

  private final TenantDescription description;

  TenantEndpoint(TenantDescription description) {
    this.description = description;
  }

  @Override
  public void handle(ServerRequest req, ServerResponse res) {
    res.header(Headers.JSON)
        .header(Headers.NO_STORE)
        .header(Headers.NO_SNIFF)
        .send(description.toJson().toString());
  }
}
