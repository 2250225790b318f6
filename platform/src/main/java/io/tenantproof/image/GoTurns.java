package io.tenantproof.image;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Who of those that build Go programs at the same time may go on. One compiles at a time, with all
 * processors: two that begin together would both compile what they share, for the go command does
 * not see what another compiles at the moment. While one is linked, which one processor does,
 * another compiles.
 */
final class GoTurns {

  /** So many builds use two processors fully. */
  static final int AT_ONCE = 2;

  // What the linker of the largest program and the compiler need, and the rest of the machine.
  private static final long MEMORY_FOR_TWO = 10L << 30;

  private final Semaphore builds;
  private final Semaphore compiler = new Semaphore(1);

  GoTurns(int atOnce) {
    this.builds = new Semaphore(atOnce);
  }

  /** As many builds at once as the machine has memory for. */
  static GoTurns ofThisMachine() {
    OperatingSystemMXBean machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new GoTurns(machine.getTotalMemorySize() < MEMORY_FOR_TWO ? 1 : AT_ONCE);
  }

  /** Waits until it may compile. */
  Turn take() throws InterruptedException {
    builds.acquire();
    try {
      compiler.acquire();
    } catch (InterruptedException e) {
      builds.release();
      throw e;
    }
    return new Turn();
  }

  /** The turn of one build. */
  final class Turn implements AutoCloseable {

    private final AtomicBoolean compiles = new AtomicBoolean(true);

    private Turn() {}

    /** Lets another one compile. */
    void compiled() {
      if (compiles.getAndSet(false)) {
        compiler.release();
      }
    }

    @Override
    public void close() {
      compiled();
      builds.release();
    }
  }
}
