package io.tenantproof.vector;

import io.tenantproof.isolation.Expected;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Observation;
import io.tenantproof.isolation.Vector;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request that somebody makes. Its control is the same request by the user that the run is, who
 * may make it: so the request is a good one, and what refuses it is who asks.
 *
 * @param vector it belongs to
 * @param from the tenant
 * @param to the tenant, or part of the cluster, that is asked for
 * @param expected what should come of it
 * @param request that is made
 */
record ApiWay(Vector vector, String from, String to, Expected expected, ApiRequest request) {

  Finding finding(Identity asker, Identity administrator) {
    Optional<Observation> control =
        expected == Expected.SHUT ? Optional.of(control(administrator)) : Optional.empty();
    return new Finding(
        vector,
        from,
        to,
        "%s as %s".formatted(request, asker.name()),
        expected,
        asker.ask(request),
        control);
  }

  // Between the API server and a pod of another node stands a NetworkPolicy. That the request came
  // so
  // far is all that is asked here: whoever may not make it is told so at once.
  private Observation control(Identity administrator) {
    Observation seen = administrator.ask(request);
    boolean passedOn =
        request.isPassedOn()
            && seen.state() == Observation.State.FAILED
            && Stream.of("no answer within", "error trying to reach service")
                .anyMatch(seen.seen()::contains);
    return passedOn
        ? Observation.allowed("let in, and passed on to a pod that did not answer: " + seen.seen())
        : seen;
  }
}
