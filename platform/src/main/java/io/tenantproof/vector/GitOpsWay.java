package io.tenantproof.vector;

import io.tenantproof.isolation.Expected;
import io.tenantproof.isolation.Finding;
import io.tenantproof.isolation.Observation;
import io.tenantproof.isolation.Vector;
import java.util.Optional;

/**
 * A way through Argo CD that is to be tried, and the same with the hole opened.
 *
 * @param vector it belongs to
 * @param from the tenant
 * @param to the tenant, or part of the platform, at its end
 * @param target what exactly
 * @param trial that is made
 * @param control that is made
 * @param answer how either is read
 */
record GitOpsWay(
    Vector vector,
    String from,
    String to,
    String target,
    TrialApplication trial,
    TrialApplication control,
    ArgoCdAnswer answer) {

  /** Whether it is shut when Argo CD takes no notice. */
  boolean isUnnoticed() {
    return answer instanceof ArgoCdAnswer.Noticed;
  }

  Finding finding(Observation seen, Observation controlSeen) {
    return new Finding(vector, from, to, target, Expected.SHUT, seen, Optional.of(controlSeen));
  }
}
