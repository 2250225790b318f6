package io.tenantproof.demo;

import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Hangs up on the callers of one port that hold a connection and do not use it.
 *
 * <p>Helidon closes a connection that waits too long for a request line. It has no limit for the
 * headers after it, so that a caller that sends a byte now and then holds its connection for hours;
 * none for an answer that is not read, which holds one of the requests served at the same time; and
 * when all connections are taken, the next caller waits until one ends. Here headers and answers
 * have a limit, and the next caller takes the place of the one that was silent longest.
 */
final class CallerGuard implements Http1ConnectionListener, AutoCloseable {

  private final int room;
  private final Duration headers;
  private final Duration answer;
  private final Map<ConnectionContext, Caller> callers = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer;

  /**
   * Makes one.
   *
   * @param slowest how long the service itself may take for an answer
   */
  CallerGuard(Limits limits, Duration slowest) {
    this.room = limits.connections();
    this.headers = limits.headers();
    this.answer = limits.answer().plus(slowest);
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("caller-guard").factory());
    long period = limits.check().toMillis();
    var _ = timer.scheduleWithFixedDelay(this::sweep, period, period, TimeUnit.MILLISECONDS);
  }

  /** A caller has connected; where there is no room, the most silent one has to leave. */
  void came(ConnectionContext ctx, Caller caller) {
    callers.put(ctx, caller);
    if (callers.size() > room) {
      callers.values().stream()
          .filter(one -> !one.equals(caller) && one.isAwaited())
          .min(Comparator.comparingLong(Caller::since))
          .ifPresent(Caller::hangUp);
    }
  }

  /** Its connection has ended. */
  void left(ConnectionContext ctx) {
    callers.remove(ctx);
  }

  /** How many there are. */
  int present() {
    return callers.size();
  }

  @Override
  public void prologue(ConnectionContext ctx, HttpPrologue prologue) {
    tell(ctx, Caller::sendsHeaders);
  }

  @Override
  public void headers(ConnectionContext ctx, io.helidon.http.Headers sent) {
    tell(ctx, Caller::isAnswered);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void tell(ConnectionContext ctx, Consumer<Caller> what) {
    Optional.ofNullable(callers.get(ctx)).ifPresent(what);
  }

  private void sweep() {
    callers.values().stream().filter(one -> one.isLate(headers, answer)).forEach(Caller::hangUp);
  }
}
