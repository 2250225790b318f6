package io.tenantproof.demo;

import io.helidon.common.media.type.MediaType;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** {@code /}: who this is, as a page for people and as JSON for programs, by the Accept header. */
final class HomeEndpoint implements Handler {

  static final String PATH = "/";

  private static final Problem NOT_ACCEPTABLE =
      new Problem(Status.NOT_ACCEPTABLE_406, "Accept text/html or application/json.");

  private final TenantDescription description;
  private final HomePage page;

  HomeEndpoint(TenantDescription description) {
    this.description = description;
    this.page = new HomePage(description);
  }

  @Override
  public void handle(ServerRequest req, ServerResponse res) {
    res.header(Headers.VARY_ACCEPT).header(Headers.NO_STORE).header(Headers.NO_SNIFF);
    // A caller without a wish is a program: browsers ask for HTML by name.
    MediaType wanted =
        req.headers()
            .bestAccepted(MediaTypes.APPLICATION_JSON, MediaTypes.TEXT_HTML)
            .orElseThrow(() -> new ProblemException(NOT_ACCEPTABLE));
    if (wanted.equals(MediaTypes.TEXT_HTML)) {
      res.header(Headers.HTML)
          .header(Headers.NO_REFERRER)
          .header(page.contentSecurityPolicy())
          .send(page.html());
    } else {
      res.header(Headers.JSON).send(description.toJson().toString());
    }
  }
}
