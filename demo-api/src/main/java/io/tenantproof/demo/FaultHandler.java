package io.tenantproof.demo;

import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.random.RandomGenerator;

/** Misbehaves on order, before any endpoint is asked: slow, or failing now and then. */
final class FaultHandler implements Handler {

  private static final Problem INJECTED =
      new Problem(
          Status.INTERNAL_SERVER_ERROR_500,
          "This failure was ordered by the setting fault-error-rate.");

  private final Settings.Faults faults;
  private final Lifecycle lifecycle;
  private final RandomGenerator random;

  FaultHandler(Settings.Faults faults, Lifecycle lifecycle, RandomGenerator random) {
    this.faults = faults;
    this.lifecycle = lifecycle;
    this.random = random;
  }

  @Override
  public void handle(ServerRequest req, ServerResponse res) throws InterruptedException {
    if (faults.delay().isPositive()) {
      lifecycle.awaitStopped(faults.delay());
    }
    if (random.nextDouble() < faults.errorRate()) {
      throw new ProblemException(INJECTED);
    }
    res.next();
  }
}
