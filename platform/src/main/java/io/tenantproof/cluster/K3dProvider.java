package io.tenantproof.cluster;

import io.tenantproof.command.Command;
import io.tenantproof.command.CommandFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A cluster of the k3d command line, where that is installed. */
public record K3dProvider() implements ClusterProvider {

  private static final Duration BOOT = Duration.ofMinutes(5);

  @Override
  public Cluster provide(ClusterRequest request) {
    String name = "tenantproof-" + request.name();
    try {
      boolean there =
          Command.of("k3d", "cluster", "list", "--no-headers").run().stream()
              .anyMatch(line -> line.startsWith(name + " "));
      if (!there) {
        create(name, request);
      }
      String kubeconfig = String.join("\n", Command.of("k3d", "kubeconfig", "get", name).run());
      importImages(name, request.images());
      return Cluster.existing(request.name(), kubeconfig, request.kubeconfig());
    } catch (CommandFailed e) {
      throw new ClusterUnavailable(
          "k3d could not provide the cluster %s: %s".formatted(name, e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(request.images() + " can't be read", e);
    }
  }

  /**
   * Looks for k3d, before anything is made ready for it.
   *
   * @throws ClusterUnavailable when it is not installed, with the cure
   */
  public void requireInstalled() {
    try {
      Command.of("k3d", "version").run();
    } catch (CommandFailed e) {
      throw new ClusterUnavailable(
          "The provider k3d needs its command line: install it (https://k3d.io), or use another"
              + " provider. "
              + e.getMessage(),
          e);
    }
  }

  /** Removes the cluster of a name; one that is not there is fine. */
  public void remove(String cluster) {
    Command.of("k3d", "cluster", "delete", "tenantproof-" + cluster).run();
  }

  @Override
  public boolean startsNodes() {
    return true;
  }

  private static void create(String name, ClusterRequest request) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "k3d",
                "cluster",
                "create",
                name,
                "--image",
                request.nodeImage(),
                "--api-port",
                "127.0.0.1:random",
                "--no-lb",
                "--agents",
                String.valueOf(request.nodes() - 1),
                "--k3s-arg",
                "--disable=traefik@server:0",
                "--kubeconfig-update-default=false",
                "--wait"));
    Command.of(words).within(BOOT).run();
  }

  private static void importImages(String name, Path images) throws IOException {
    try (Stream<Path> archives = Files.list(images)) {
      List<String> words = new ArrayList<>(List.of("k3d", "image", "import", "--cluster", name));
      archives.map(Path::toString).sorted().forEach(words::add);
      Command.of(words).within(BOOT).run();
    }
  }
}
