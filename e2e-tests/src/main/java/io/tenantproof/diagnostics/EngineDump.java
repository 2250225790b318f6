package io.tenantproof.diagnostics;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.Info;
import io.tenantproof.cluster.ContainerLog;
import io.tenantproof.cluster.NodeContainer;

/**
 * What the container engine shows of itself and of the node that it runs.
 *
 * @param node the container
 * @param folder where it is written
 * @param suffix of the files' names; empty for the first node
 */
record EngineDump(NodeContainer node, DumpFolder folder, String suffix) {

  private static final int LOG_LINES = 2_000;

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
    return new ContainerLog(node.engine(), node.id()).last(LOG_LINES);
  }

  private DockerClient client() {
    return node.engine().client();
  }
}
