package io.tenantproof.diagnostics;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.Info;
import io.tenantproof.cluster.NodeContainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * What the container engine shows of itself and of the node that it runs.
 *
 * @param node the container
 * @param folder where it is written
 * @param suffix of the files' names; empty for the first node
 */
record EngineDump(NodeContainer node, DumpFolder folder, String suffix) {

  private static final int LOG_LINES = 2_000;
  private static final int SECONDS = 20;

  void gather() {
    folder.attempt("engine", () -> folder.write("engine%s.txt".formatted(suffix), engine()));
    folder.attempt("node's log", () -> folder.write("node%s.log".formatted(suffix), log()));
  }

  private String engine() {
    Info info = node.engine().info();
    ContainerState state = client().inspectContainerCmd(node.id()).exec().getState();
    return """
    engine: %s on %s, kernel %s
    processors: %s, memory: %s bytes, storage: %s, cgroup: %s
    containers: %s running of %s
    node: %s, out of memory: %s, exit code: %s, since %s
    """
        .formatted(
            info.getServerVersion(),
            info.getOperatingSystem(),
            info.getKernelVersion(),
            info.getNCPU(),
            info.getMemTotal(),
            info.getDriver(),
            info.getCGroupDriver(),
            info.getContainersRunning(),
            info.getContainers(),
            state.getStatus(),
            state.getOOMKilled(),
            state.getExitCodeLong(),
            state.getStartedAt());
  }

  private String log() {
    StringBuilder text = new StringBuilder();
    try (ResultCallback.Adapter<Frame> reading =
        new ResultCallback.Adapter<>() {
          @Override
          public void onNext(Frame frame) {
            text.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
          }
        }) {
      client()
          .logContainerCmd(node.id())
          .withStdOut(true)
          .withStdErr(true)
          .withTail(LOG_LINES)
          .exec(reading);
      boolean all = reading.awaitCompletion(SECONDS, TimeUnit.SECONDS);
      return all ? text.toString() : text + "\n(the engine did not end its answer)\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the node's log was read", e);
    }
  }

  private DockerClient client() {
    return node.engine().client();
  }
}
