package io.tenantproof.demo;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Where the service stands between its start and its end; it only ever moves forward. */
final class Lifecycle {

  /** The steps, in order. */
  enum Phase {
    /** The ports are not open yet. */
    STARTING,
    /** Requests are served and wanted. */
    SERVING,
    /**
     * Requests are served but no longer wanted: whoever balances the load should look elsewhere.
     */
    DRAINING,
    /** Nothing is served any more. */
    STOPPED
  }

  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.STARTING);
  private final CountDownLatch stopped = new CountDownLatch(1);

  Phase phase() {
    return phase.get();
  }

  boolean draining() {
    return phase.get() == Phase.DRAINING;
  }

  /**
   * Moves on to a later phase.
   *
   * @return whether this call made the move; false when another one already came as far
   */
  boolean advanceTo(Phase next) {
    Phase before = phase.getAndUpdate(now -> now.compareTo(next) < 0 ? next : now);
    if (next == Phase.STOPPED) {
      stopped.countDown();
    }
    return before.compareTo(next) < 0;
  }

  /** Waits until the service has stopped, at most for the given time. */
  void awaitStopped(Duration atMost) throws InterruptedException {
    var _ = stopped.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }
}
