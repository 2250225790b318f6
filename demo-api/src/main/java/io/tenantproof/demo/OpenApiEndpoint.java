package io.tenantproof.demo;

import io.helidon.common.media.type.MediaType;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** {@code /openapi}: what the API offers, as YAML or JSON by the Accept header. */
final class OpenApiEndpoint implements Handler {

  static final String PATH = "/openapi";

  private static final Problem NOT_ACCEPTABLE =
      new Problem(Status.NOT_ACCEPTABLE_406, "Accept application/yaml or application/json.");

  private final OpenApiDocument document = new OpenApiDocument();

  @Override
  public void handle(ServerRequest req, ServerResponse res) {
    res.header(Headers.VARY_ACCEPT).header(Headers.NO_SNIFF);
    MediaType wanted =
        req.headers()
            .bestAccepted(MediaTypes.APPLICATION_YAML, MediaTypes.APPLICATION_JSON)
            .orElseThrow(() -> new ProblemException(NOT_ACCEPTABLE));
    if (wanted.equals(MediaTypes.APPLICATION_JSON)) {
      res.header(Headers.JSON).send(document.json());
    } else {
      res.header(Headers.YAML).send(document.yaml());
    }
  }
}
