package io.tenantproof.probe;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Work that leaves nothing behind: not when it fails and not when it is interrupted.
 *
 * @param undo takes away what the work has made
 */
public record LeavingNothing(Runnable undo) {

  private static final Duration END = Duration.ofSeconds(20);
  private static final Duration UNDO = Duration.ofMinutes(1);

  /** Does the work, and then takes away what it has made. */
  public <T> T does(Supplier<T> work) {
    Ending ending = new Ending(undo, Thread.currentThread());
    Thread interrupted = Thread.ofPlatform().unstarted(ending::interrupt);
    Runtime.getRuntime().addShutdownHook(interrupted);
    try {
      return work.get();
    } finally {
      ending.workEnded();
      removeHook(interrupted);
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // It is at work.
    }
  }

  /**
   * Undoes once, after the work has ended: what is undone while the work goes on is made again. Not
   * on a thread that was interrupted: its requests would fail.
   */
  static final class Ending {

    private final Runnable undo;
    private final Thread worker;
    private final CountDownLatch workEnded = new CountDownLatch(1);
    private final CountDownLatch undoEnded = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private boolean undone;

    Ending(Runnable undo, Thread worker) {
      this.undo = undo;
      this.worker = worker;
    }

    /**
     * The work has ended; unless it was interrupted, what it has made is taken away here. If it
     * was, this returns when that is done: who called the work closes what the undoing needs.
     */
    void workEnded() {
      workEnded.countDown();
      if (interrupted.get()) {
        awaitUndone();
      } else {
        undoOnce();
      }
    }

    /** Ends the work, waits for its end, and takes away what it has made. */
    void interrupt() {
      interrupted.set(true);
      if (workEnded.getCount() > 0) {
        worker.interrupt();
      }
      try {
        awaitEnd();
        undoOnce();
      } finally {
        undoEnded.countDown();
      }
    }

    // What is made after this carries the run's label and its expiry: a later run takes it away.
    private void awaitEnd() {
      try {
        var _ = workEnded.await(END.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void awaitUndone() {
      boolean ended = false;
      while (!ended) {
        try {
          var _ = undoEnded.await(UNDO.toMillis(), TimeUnit.MILLISECONDS);
          ended = true;
        } catch (InterruptedException e) {
          // The word of the one that is waited for: it has been heard.
        }
      }
    }

    private synchronized void undoOnce() {
      if (!undone) {
        undo.run();
        undone = true;
      }
    }
  }
}
