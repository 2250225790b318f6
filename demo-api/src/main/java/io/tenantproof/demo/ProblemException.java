package io.tenantproof.demo;

import io.helidon.http.Header;
import java.io.Serial;
import java.util.List;

/** Ends a request with a problem for the caller. */
final class ProblemException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient List<Header> headers;

  /**
   * Makes one.
   *
   * @param problem what the caller is told
   * @param headers what the status demands, e.g. Allow
   */
  ProblemException(Problem problem, Header... headers) {
    super(problem.detail());
    this.problem = problem;
    this.headers = List.of(headers);
  }

  Problem problem() {
    return problem;
  }

  List<Header> headers() {
    return headers;
  }
}
