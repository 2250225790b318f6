package io.tenantproof.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Passes steps on, and keeps what came of each. */
public final class RecordedProgress implements Progress {

  private final Progress shown;
  private final Clock clock;
  private final List<Ended> ended = new CopyOnWriteArrayList<>();

  /**
   * One that has no step yet.
   *
   * @param shown is told all of it too
   * @param clock tells how long a step runs
   */
  public RecordedProgress(Progress shown, Clock clock) {
    this.shown = shown;
    this.clock = clock;
  }

  @Override
  public Step begin(String name) {
    return new Recorded(name, clock.instant(), shown.begin(name));
  }

  @Override
  public void note(String line) {
    shown.note(line);
  }

  /** The steps that have ended, in the order of their ends. */
  public List<Ended> ended() {
    return List.copyOf(ended);
  }

  /**
   * A step that has ended.
   *
   * @param name of it
   * @param begin when it began
   * @param took how long it ran
   * @param good whether it ended well
   * @param said its outcome; what it did last where it failed
   */
  public record Ended(String name, Instant begin, Duration took, boolean good, String said) {}

  private final class Recorded implements Step {
    private final String name;
    private final Instant begin;
    private final Step step;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private volatile String now = "";

    private Recorded(String name, Instant begin, Step step) {
      this.name = name;
      this.begin = begin;
      this.step = step;
    }

    @Override
    public void detail(String text) {
      now = text;
      step.detail(text);
    }

    @Override
    public void done(String outcome) {
      end(true, outcome);
      step.done(outcome);
    }

    @Override
    public void close() {
      end(false, now);
      step.close();
    }

    private void end(boolean good, String said) {
      if (open.getAndSet(false)) {
        ended.add(new Ended(name, begin, Duration.between(begin, clock.instant()), good, said));
      }
    }
  }
}
