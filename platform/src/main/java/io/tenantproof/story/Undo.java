package io.tenantproof.story;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What the story has changed and must take back, whatever ends it: its own end, a failure, or an
 * interrupt.
 *
 * <p>A change and the note of how to take it back are one: an interrupt comes before both or after
 * both.
 */
final class Undo implements AutoCloseable {

  private final Deque<Change> open = new ArrayDeque<>();
  private boolean closed;

  /** A change that stands. */
  final class Change {
    private final Runnable takeBack;

    private Change(Runnable takeBack) {
      this.takeBack = takeBack;
    }

    /** Takes it back now; once is enough. */
    void takeBack() {
      synchronized (Undo.this) {
        if (open.remove(this)) {
          takeBack.run();
        }
      }
    }
  }

  /**
   * Changes something.
   *
   * @param action what is done; where it throws, nothing is taken back
   * @param takeBack undoes it
   * @throws StoryFailed when the story was stopped
   */
  synchronized Change change(Runnable action, Runnable takeBack) {
    if (closed) {
      throw new StoryFailed("The story was stopped.");
    }
    action.run();
    Change change = new Change(takeBack);
    open.push(change);
    return change;
  }

  /** Takes back what stands, the newest first; one that fails does not keep the others. */
  @Override
  public synchronized void close() {
    closed = true;
    RuntimeException first = null;
    while (!open.isEmpty()) {
      try {
        open.pop().takeBack.run();
      } catch (RuntimeException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
