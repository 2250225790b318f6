package io.tenantproof.cluster;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.ExecCreateCmdResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Container;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The container that a cluster of ours runs in.
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

  /** All node containers of this kit, running or not. */
  public static List<NodeContainer> all(ContainerEngine engine) {
    return containers(engine, CLUSTER_LABEL).map(found -> of(engine, found)).toList();
  }

  /** The node container of a cluster. */
  public static Optional<NodeContainer> find(ContainerEngine engine, String cluster) {
    return all(engine).stream().filter(node -> node.cluster().equals(cluster)).findFirst();
  }

  /** Containers of runs that were killed, nodes and tools of specs: their owner is gone. */
  public static List<NodeContainer> leftovers(ContainerEngine engine) {
    return containers(engine, OWNER_LABEL)
        .filter(found -> !Owner.parse(found.getLabels().getOrDefault(OWNER_LABEL, "")).isAlive())
        .map(found -> of(engine, found))
        .toList();
  }

  /** Starts it where it is stopped. */
  public void start() {
    try {
      engine.client().startContainerCmd(id).exec();
    } catch (NotModifiedException runsAlready) {
      return;
    }
  }

  /** Removes it with its volumes, running or not; one that is gone is fine. */
  public void remove() {
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

  private static Stream<Container> containers(ContainerEngine engine, String label) {
    return engine
        .client()
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(List.of(label))
        .exec()
        .stream();
  }

  private static NodeContainer of(ContainerEngine engine, Container found) {
    Map<String, String> labels = found.getLabels();
    return new NodeContainer(
        engine, found.getId(), labels.getOrDefault(CLUSTER_LABEL, found.getId()));
  }
}
