package io.tenantproof.demo;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends the process on order, as a defect would: at once, without drain or goodbye. */
final class CrashFault {

  private static final System.Logger LOGGER = System.getLogger(CrashFault.class.getName());

  private CrashFault() {}

  /**
   * Arms it.
   *
   * @param after when
   * @param crash ends the process with exit code 1
   */
  static void arm(Duration after, Runnable crash) {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("crash-fault").factory());
    var _ =
        timer.schedule(
            () -> {
              LOGGER.log(
                  System.Logger.Level.ERROR,
                  "crash ordered by the setting fault-crash-after-seconds, exit code 1");
              crash.run();
            },
            after.toMillis(),
            TimeUnit.MILLISECONDS);
    timer.shutdown();
  }
}
