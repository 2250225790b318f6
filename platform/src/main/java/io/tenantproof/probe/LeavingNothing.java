package io.tenantproof.probe;

import java.util.function.Supplier;

/**
 * Work that leaves nothing behind: not when it fails and not when it is interrupted.
 *
 * @param undo takes away what the work has made
 */
public record LeavingNothing(Runnable undo) {

  /** Does the work, and then takes away what it has made. */
  public <T> T does(Supplier<T> work) {
    Thread interrupted = Thread.ofPlatform().unstarted(undo);
    Runtime.getRuntime().addShutdownHook(interrupted);
    try {
      return work.get();
    } finally {
      undo.run();
      Runtime.getRuntime().removeShutdownHook(interrupted);
    }
  }
}
