package io.tenantproof.cluster;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.LogContainerCmd;
import com.github.dockerjava.api.model.Frame;
import io.tenantproof.engine.ContainerEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * What a container has printed.
 *
 * @param engine where it is
 * @param container its id or name
 */
public record ContainerLog(ContainerEngine engine, String container) {

  private static final int SECONDS = 20;

  /** The last lines; what was read by then, where the engine does not end its answer in time. */
  public String last(int lines) {
    return read(all().withTail(lines));
  }

  /**
   * The lines of a while, each behind the time at which the engine got it; what was read by then,
   * where the engine does not end its answer in time.
   */
  public String timed(Instant from, Instant until) {
    return read(
        all()
            .withTimestamps(true)
            .withSince(Math.toIntExact(from.getEpochSecond()))
            .withUntil(Math.toIntExact(until.getEpochSecond())));
  }

  private LogContainerCmd all() {
    return engine.client().logContainerCmd(container).withStdOut(true).withStdErr(true);
  }

  private static String read(LogContainerCmd asked) {
    StringBuilder text = new StringBuilder();
    try (ResultCallback.Adapter<Frame> reading =
        new ResultCallback.Adapter<>() {
          @Override
          public void onNext(Frame frame) {
            text.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
          }
        }) {
      asked.exec(reading);
      boolean all = reading.awaitCompletion(SECONDS, TimeUnit.SECONDS);
      return all ? text.toString() : text + "\n(the engine did not end its answer)\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return text + "\n(interrupted while it was read)\n";
    }
  }
}
