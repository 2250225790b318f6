package io.tenantproof.progress;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Shows steps to a person: on a terminal a status line that is redrawn below the finished steps,
 * elsewhere plain lines, at least one every eight seconds while something runs.
 */
public final class ConsoleProgress implements Progress, AutoCloseable {

  private static final Duration SILENCE = Duration.ofSeconds(8);
  private static final int WIDEST = 110;
  // A log wraps, and several works that go on side by side stand in one line of it.
  private static final int WIDEST_PLAIN = 240;

  private final PrintWriter out;
  private final boolean terminal;
  private final int width;
  private final Clock clock;
  private final List<RunningStep> running = new ArrayList<>();
  private final ScheduledExecutorService ticks;
  private Instant lastLine;

  /**
   * A progress that shows itself until it is closed.
   *
   * @param out where
   * @param terminal whether lines can be redrawn there
   * @param width of a terminal, in columns: a line that is redrawn must fit
   * @param clock tells how long a step runs
   */
  public ConsoleProgress(PrintWriter out, boolean terminal, int width, Clock clock) {
    this.out = out;
    this.terminal = terminal;
    this.width = terminal ? Math.min(WIDEST, width - 1) : WIDEST_PLAIN;
    this.clock = clock;
    this.lastLine = clock.instant();
    this.ticks = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    long period = terminal ? 200 : 1000;
    ScheduledFuture<?> untilClosed =
        ticks.scheduleAtFixedRate(this::tick, period, period, TimeUnit.MILLISECONDS);
    assert !untilClosed.isDone();
  }

  @Override
  public synchronized Step begin(String name) {
    RunningStep step = new RunningStep(name, clock.instant());
    running.add(step);
    if (!terminal) {
      line("… " + name);
    }
    return step;
  }

  @Override
  public synchronized void note(String text) {
    line(text);
  }

  @Override
  public synchronized void close() {
    ticks.shutdownNow();
    wipe();
    out.flush();
  }

  synchronized void tick() {
    if (running.isEmpty()) {
      return;
    }
    if (terminal) {
      wipe();
      out.print(shortened(running.stream().map(this::status).collect(Collectors.joining(" | "))));
      out.flush();
    } else if (Duration.between(lastLine, clock.instant()).compareTo(SILENCE) >= 0) {
      line("… " + shortened(status(running.getLast())));
    }
  }

  private String status(RunningStep step) {
    return "%s (%s) %s".formatted(step.name, elapsed(step), step.now);
  }

  private String elapsed(RunningStep step) {
    return shown(Duration.between(step.started, clock.instant()));
  }

  static String shown(Duration time) {
    return time.toMinutes() > 0
        ? "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart())
        : "%.1f s".formatted(time.toMillis() / 1000.0);
  }

  private void line(String text) {
    wipe();
    out.println(text);
    out.flush();
    lastLine = clock.instant();
  }

  private void wipe() {
    if (terminal) {
      out.print("\r\u001b[2K");
    }
  }

  private String shortened(String text) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }

  private synchronized void end(RunningStep step, String text) {
    if (running.remove(step)) {
      line(text);
    }
  }

  private final class RunningStep implements Step {
    private final String name;
    private final Instant started;
    private volatile String now = "";

    private RunningStep(String name, Instant started) {
      this.name = name;
      this.started = started;
    }

    @Override
    public void detail(String text) {
      now = text;
    }

    @Override
    public void done(String outcome) {
      end(this, "✓ %-22s %8s  %s".formatted(name, elapsed(this), outcome));
    }

    @Override
    public void close() {
      end(this, "✗ %-22s %8s  %s".formatted(name, elapsed(this), now));
    }
  }
}
