package io.tenantproof.endurance;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.MemoryStatsConfig;
import com.github.dockerjava.api.model.Statistics;
import com.github.dockerjava.api.model.StatsConfig;
import io.tenantproof.cluster.NodeContainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The memory that a node's container uses, as {@code docker stats} says it: without the part of the
 * page cache that nobody has used for a while.
 *
 * @param node whose it is
 */
record NodeMemory(NodeContainer node) {

  private static final int SECONDS = 20;

  /** In bytes; empty where the engine does not tell. */
  Optional<Long> bytes() {
    AtomicReference<Optional<Long>> seen = new AtomicReference<>(Optional.empty());
    try (ResultCallback.Adapter<Statistics> answer =
        new ResultCallback.Adapter<>() {
          @Override
          public void onNext(Statistics statistics) {
            seen.set(used(statistics));
          }
        }) {
      var _ =
          node.engine()
              .client()
              .statsCmd(node.id())
              .withNoStream(true)
              .exec(answer)
              .awaitCompletion(SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return seen.get();
  }

  static Optional<Long> used(Statistics statistics) {
    return Optional.ofNullable(statistics.getMemoryStats())
        .flatMap(
            memory ->
                Optional.ofNullable(memory.getUsage()).map(usage -> usage - inactive(memory)));
  }

  // The first is that of cgroup v1, where the second leaves out what is below the container's own.
  private static long inactive(MemoryStatsConfig memory) {
    Optional<StatsConfig> stats = Optional.ofNullable(memory.getStats());
    return stats
        .map(StatsConfig::getTotalInactiveFile)
        .or(() -> stats.map(StatsConfig::getInactiveFile))
        .orElse(0L);
  }
}
