package io.tenantproof.demo;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import java.io.UncheckedIOException;
import java.time.Duration;

/** One open connection, and whose turn it is: the caller's or the service's. */
final class Caller implements ServerConnection, InterruptableTask<Void> {

  private final ConnectionContext ctx;
  private final ServerConnection http;
  private final CallerGuard guard;
  private volatile boolean answering;
  private volatile long since = System.nanoTime();
  // The guard's own: the turn that it found too long when it looked last.
  private long suspected;

  Caller(ConnectionContext ctx, ServerConnection http, CallerGuard guard) {
    this.ctx = ctx;
    this.http = http;
    this.guard = guard;
  }

  @Override
  public void handle(Limit requests) throws InterruptedException {
    try {
      guard.came(ctx, this);
      http.handle(requests);
    } finally {
      guard.left(ctx);
    }
  }

  @Override
  public Duration idleTime() {
    return http.idleTime();
  }

  @Override
  public void close(boolean interrupt) {
    http.close(interrupt);
  }

  @Override
  public boolean canInterrupt() {
    return http instanceof InterruptableTask<?> task && task.canInterrupt();
  }

  /** The request line is there; the rest of the headers is the caller's turn. */
  void sendsHeaders() {
    answering = false;
    since = System.nanoTime();
  }

  /** The headers are there; the answer is the service's turn, as far as the caller takes it. */
  void isAnswered() {
    answering = true;
    since = System.nanoTime();
  }

  /** Whether the service waits for a request, or for the rest of one. */
  boolean isAwaited() {
    return !answering || canInterrupt();
  }

  /** When its turn began, or its last one while it is awaited; by the clock of the JVM. */
  long since() {
    return since;
  }

  /**
   * Whether a turn takes too long: the headers, or the answer of one who does not read.
   *
   * @return true at the second look at the same turn: between two turns a look can be wrong
   */
  boolean isLate(Duration headers, Duration answer) {
    long seen = since;
    if (canInterrupt() || turn().compareTo(answering ? answer : headers) <= 0) {
      return false;
    }
    boolean twice = suspected == seen;
    suspected = seen;
    return twice;
  }

  /** Ends the connection, whoever waits for what. */
  void hangUp() {
    try {
      ctx.serverSocket().close();
    } catch (UncheckedIOException itHasEnded) {
      // By its other end, or by another thread; its own thread notices.
    }
  }

  private Duration turn() {
    return Duration.ofNanos(System.nanoTime() - since);
  }
}
