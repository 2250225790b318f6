package io.tenantproof.cluster;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.ExecCreateCmdResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Frame;
import io.tenantproof.engine.ContainerEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The container that a node of a cluster of ours runs in.
 *
 * @param engine where it runs
 * @param id its id
 * @param cluster the cluster's name
 */
public record NodeContainer(ContainerEngine engine, String id, String cluster) {

  /** The label whose value is the cluster's name. */
  public static final String CLUSTER_LABEL = "io.tenantproof.cluster";

  /** Where k3s looks for image archives when it starts. */
  public static final String IMAGES = "/var/lib/rancher/k3s/agent/images";

  /** The label whose value tells the process that must remove the container. */
  public static final String OWNER_LABEL = "io.tenantproof.owner";

  /** Where k3s keeps the kubeconfig of its administrator. */
  private static final String KUBECONFIG = "/etc/rancher/k3s/k3s.yaml";

  private static final Duration MOMENT = Duration.ofSeconds(10);

  private static final String TOKEN = "/var/lib/rancher/k3s/server/node-token";

  /** The container of a cluster's node that runs the control plane. */
  public static Optional<NodeContainer> find(ContainerEngine engine, String cluster) {
    return new NodeGroup(engine, cluster).server();
  }

  /** The name that the node has for itself, and Kubernetes for it. */
  public String hostname() {
    return String.valueOf(engine.client().inspectContainerCmd(id).exec().getConfig().getHostName());
  }

  /** Whether it runs. */
  public boolean isRunning() {
    return Boolean.TRUE.equals(
        engine.client().inspectContainerCmd(id).exec().getState().getRunning());
  }

  /** Starts it where it is stopped. */
  public void start() {
    try {
      engine.client().startContainerCmd(id).exec();
    } catch (NotModifiedException runsAlready) {
      return;
    }
  }

  /** Ends it as a machine ends whose power fails. */
  public void kill() {
    engine.client().killContainerCmd(id).exec();
  }

  /** Removes it with its volumes, running or not; one that is gone is fine. */
  void remove() {
    try {
      engine.client().removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException | ConflictException goneOrGoing) {
      return;
    }
  }

  /** The port on loopback that a port of the node is published at. */
  public Optional<Integer> publishedPort(int port) {
    return Stream.of(
            engine.client().listContainersCmd().withIdFilter(List.of(id)).exec().getFirst().ports)
        .filter(found -> Integer.valueOf(port).equals(found.getPrivatePort()))
        .flatMap(found -> Optional.ofNullable(found.getPublicPort()).stream())
        .findFirst();
  }

  /** The kubeconfig as the node has it; its server address is the one inside the node. */
  public String kubeconfig() {
    try (InputStream tar = engine.client().copyArchiveFromContainerCmd(id, KUBECONFIG).exec();
        TarArchiveInputStream files = new TarArchiveInputStream(tar)) {
      files.getNextEntry();
      return new String(files.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(KUBECONFIG + " of " + cluster + " can't be read", e);
    }
  }

  /**
   * By what another node joins this one (https://docs.k3s.io/cli/token).
   *
   * @throws ClusterUnavailable while there is none
   */
  String token() {
    // In k3s the file is a link, which a copy out of the container would not follow.
    return run(MOMENT, "cat", TOKEN).strip();
  }

  /**
   * Runs a program in the node to its end.
   *
   * @return what it printed
   * @throws ClusterUnavailable when it fails or does not end in time
   */
  public String run(Duration deadline, String... words) {
    StringBuilder output = new StringBuilder();
    ExecCreateCmdResponse exec =
        engine
            .client()
            .execCreateCmd(id)
            .withCmd(words)
            .withAttachStdout(true)
            .withAttachStderr(true)
            .exec();
    try (ResultCallback.Adapter<Frame> callback =
        new ResultCallback.Adapter<>() {
          @Override
          public void onNext(Frame frame) {
            output.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
          }
        }) {
      engine.client().execStartCmd(exec.getId()).exec(callback);
      boolean ended = callback.awaitCompletion(deadline.toMillis(), TimeUnit.MILLISECONDS);
      Long code =
          ended ? engine.client().inspectExecCmd(exec.getId()).exec().getExitCodeLong() : null;
      if (code == null || code != 0) {
        throw new ClusterUnavailable(
            "`%s` in the node %s: %s"
                .formatted(
                    String.join(" ", words),
                    code == null
                        ? "did not end within " + deadline.toSeconds() + " s"
                        : "ended with exit code " + code,
                    output));
      }
      return output.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterUnavailable("interrupted: " + Arrays.toString(words), e);
    }
  }

  /** Copies a file of this machine into a folder of the node. */
  public void copyIn(Path file, String folder) {
    engine
        .client()
        .copyArchiveToContainerCmd(id)
        .withHostResource(file.toString())
        .withRemotePath(folder)
        .exec();
  }

  /** Starts a program in the node that goes on after this JVM has ended. */
  public void launch(String... words) {
    ExecCreateCmdResponse exec = engine.client().execCreateCmd(id).withCmd(words).exec();
    try (ResultCallback.Adapter<Frame> callback = new ResultCallback.Adapter<>()) {
      engine
          .client()
          .execStartCmd(exec.getId())
          .withDetach(true)
          .exec(callback)
          .awaitCompletion(10, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterUnavailable("interrupted: " + Arrays.toString(words), e);
    }
  }
}
