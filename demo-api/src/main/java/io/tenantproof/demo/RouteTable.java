package io.tenantproof.demo;

import io.helidon.http.Method;
import io.helidon.http.PathMatchers;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All paths of the API.
 *
 * @param routes in the order they are matched
 */
record RouteTable(List<Route> routes) {

  /** The template of every path that is not served: metrics keep a fixed number of labels. */
  static final String UNMATCHED = "unmatched";

  private static final Problem NOT_ALLOWED =
      new Problem(Status.METHOD_NOT_ALLOWED_405, "Use GET or HEAD here.");

  RouteTable {
    routes = List.copyOf(routes);
  }

  Set<String> templates() {
    return routes.stream().map(Route::template).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The template that a path belongs to.
   *
   * @param path decoded and normalised, without query
   */
  String templateOf(String path) {
    // Templates have no variables, so a path is its own template.
    return routes.stream().map(Route::template).filter(path::equals).findFirst().orElse(UNMATCHED);
  }

  /** Serves all paths, and refuses every other method on them. */
  void register(HttpRules rules) {
    for (Route route : routes) {
      rules.route(
          Method.predicate(Method.GET, Method.HEAD),
          PathMatchers.exact(route.template()),
          route.handler());
      rules.any(
          route.template(),
          (_, _) -> {
            throw new ProblemException(NOT_ALLOWED, Headers.ALLOW_READS);
          });
    }
  }
}
