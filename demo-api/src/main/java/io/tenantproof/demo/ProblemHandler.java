package io.tenantproof.demo;

import io.helidon.http.HttpException;
import io.helidon.webserver.http.ErrorHandler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Turns whatever a request ran into into a problem for the caller and a reason for the log. */
final class ProblemHandler implements ErrorHandler<Throwable> {

  @Override
  public void handle(ServerRequest req, ServerResponse res, Throwable thrown) {
    Problem problem =
        switch (thrown) {
          case ProblemException expected -> {
            expected.headers().forEach(res::header);
            yield expected.problem();
          }
          case HttpException refused -> Problem.of(refused.status());
          default -> Problem.internal();
        };
    // The management port serves probes and scrapes, which are nobody's request.
    RequestScope scope = RequestScope.current().orElseGet(RequestScope::begin);
    if (problem.status().code() >= 500) {
      scope.failed(thrown);
    }
    res.status(problem.status())
        .header(Headers.PROBLEM_JSON)
        .header(Headers.NO_STORE)
        .send(problem.toJson(scope.requestId()).toString());
  }
}
