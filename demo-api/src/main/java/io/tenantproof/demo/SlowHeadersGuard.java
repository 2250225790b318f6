package io.tenantproof.demo;

import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Hangs up on callers that send their headers too slowly.
 *
 * <p>Helidon closes a connection that waits too long for a request line, but has no limit for the
 * time between the request line and the end of the headers: a caller that sends a byte now and then
 * would hold its connection for hours.
 */
final class SlowHeadersGuard implements Http1ConnectionListener, AutoCloseable {

  private final Duration limit;
  private final ScheduledThreadPoolExecutor timer;
  private final Map<ConnectionContext, Future<?>> deadlines = new ConcurrentHashMap<>();

  SlowHeadersGuard(Duration limit) {
    this.limit = limit;
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("slow-headers-guard").factory());
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public void prologue(ConnectionContext ctx, HttpPrologue prologue) {
    deadlines.put(ctx, timer.schedule(() -> hangUp(ctx), limit.toMillis(), TimeUnit.MILLISECONDS));
  }

  @Override
  public void headers(ConnectionContext ctx, io.helidon.http.Headers headers) {
    Future<?> deadline = deadlines.remove(ctx);
    if (deadline != null) {
      deadline.cancel(false);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void hangUp(ConnectionContext ctx) {
    deadlines.remove(ctx);
    ctx.serverSocket().close();
  }
}
