package io.tenantproof.helm;

import io.tenantproof.wait.Await;
import io.tenantproof.wait.Expectation;
import io.tenantproof.wait.NotMet;
import io.tenantproof.wait.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An installation that needs kinds which were defined just before: the API server takes a moment
 * until it serves them, and Helm does not wait for that.
 *
 * @param patience how long the API server may take
 */
record OnceServed(Duration patience) {

  /**
   * Installs it, again for as long as a kind is not served.
   *
   * @throws ReleaseFailed for another reason, or when the patience ends
   */
  void run(String name, Runnable installation) {
    AtomicReference<Optional<ReleaseFailed>> failed = new AtomicReference<>(Optional.empty());
    Expectation tried =
        new Expectation(
            "the API server serves the kinds that the chart %s needs".formatted(name),
            () -> {
              try {
                installation.run();
                failed.set(Optional.empty());
                return new Outcome.Satisfied("it does");
              } catch (ReleaseFailed e) {
                failed.set(Optional.of(e));
                return Outcome.of(!e.isForWantOfAKind(), String.valueOf(e.getMessage()));
              }
            });
    try {
      Await.atMost(patience).until(tried);
    } catch (NotMet late) {
      failed.compareAndSet(
          Optional.empty(),
          Optional.of(new ReleaseFailed(String.valueOf(late.getMessage()), late)));
    }
    failed
        .get()
        .ifPresent(
            reason -> {
              throw reason;
            });
  }
}
