package io.tenantproof.workload;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.WaitResponse;
import io.tenantproof.cluster.NodeContainer;
import io.tenantproof.cluster.Owner;
import io.tenantproof.engine.ContainerEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A container of a measurement. One that a killed run leaves is removed by the next demo or `make
 * down`.
 */
final class Container implements AutoCloseable {

  private static final long MEMORY = 256L << 20;
  private static final long ONE_CPU = 1_000_000_000L;
  private static final int KIB_A_MIB = 1024;

  private final ContainerEngine engine;
  private final String id;

  private Container(ContainerEngine engine, String id) {
    this.engine = engine;
    this.id = id;
  }

  /** One of a contender, with the limits of a tenant's container, made and not started. */
  static Container of(ContainerEngine engine, Contender contender) {
    HostConfig limits =
        limits()
            .withCpusetCpus("0")
            // A line for each request is written all the same: what the engine does with it takes
            // more of the processor that asks than the contender takes of its own.
            .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE))
            .withTmpFs(Map.of("/tmp", "size=16m"))
            .withPortBindings(PortBinding.parse("127.0.0.1::" + contender.port()));
    return new Container(
        engine,
        engine
            .client()
            .createContainerCmd(contender.image())
            .withLabels(Map.of(NodeContainer.OWNER_LABEL, Owner.thisJvm().toString()))
            .withCmd(contender.command())
            .withEnv(contender.environment())
            .withExposedPorts(PortBinding.parse("" + contender.port()).getExposedPort())
            .withHostConfig(limits)
            .exec()
            .getId());
  }

  /** One of a program that sees the loopback addresses of another container. */
  static Container beside(
      ContainerEngine engine, Container other, String image, List<String> command) {
    return new Container(
        engine,
        engine
            .client()
            .createContainerCmd(image)
            .withLabels(Map.of(NodeContainer.OWNER_LABEL, Owner.thisJvm().toString()))
            .withCmd(command)
            .withHostConfig(limits().withCpusetCpus("1").withNetworkMode("container:" + other.id))
            .exec()
            .getId());
  }

  private static HostConfig limits() {
    return HostConfig.newHostConfig()
        .withNanoCPUs(ONE_CPU)
        .withMemory(MEMORY)
        .withMemorySwap(MEMORY)
        .withReadonlyRootfs(true);
  }

  void start() {
    engine.client().startContainerCmd(id).exec();
  }

  /**
   * The port on loopback that it answers at.
   *
   * @throws IllegalStateException when it has none: it has ended
   */
  int port() {
    return inspect().getNetworkSettings().getPorts().getBindings().values().stream()
        .filter(bindings -> bindings != null && bindings.length > 0)
        .map(bindings -> Integer.parseInt(bindings[0].getHostPortSpec()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "expected a running container with a port, found it %s with exit code %d"
                        .formatted(
                            inspect().getState().getStatus(),
                            inspect().getState().getExitCodeLong())));
  }

  /** Resident memory of its process in MiB (proc_pid_status(5), VmRSS). */
  double residentMib() {
    Path status = Path.of("/proc", String.valueOf(inspect().getState().getPidLong()), "status");
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_A_MIB)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(status + " has no VmRSS"));
    } catch (IOException e) {
      throw new UncheckedIOException(
          status + " can't be read: the engine must be on this machine", e);
    }
  }

  /** Waits for its end, and returns what it printed. */
  String printed(Duration deadline) {
    try {
      var _ =
          engine
              .client()
              .waitContainerCmd(id)
              .exec(new ResultCallback.Adapter<WaitResponse>())
              .awaitCompletion(deadline.toMillis(), TimeUnit.MILLISECONDS);
      StringBuilder output = new StringBuilder();
      try (ResultCallback.Adapter<Frame> lines =
          new ResultCallback.Adapter<>() {
            @Override
            public void onNext(Frame frame) {
              output.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
            }
          }) {
        var _ =
            engine
                .client()
                .logContainerCmd(id)
                .withStdOut(true)
                .withStdErr(true)
                .exec(lines)
                .awaitCompletion(deadline.toMillis(), TimeUnit.MILLISECONDS);
      }
      return output.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a container was waited for", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InspectContainerResponse inspect() {
    return engine.client().inspectContainerCmd(id).exec();
  }

  @Override
  public void close() {
    try {
      engine.client().removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException gone) {
      return;
    }
  }
}
