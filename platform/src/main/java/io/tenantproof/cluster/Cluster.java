package io.tenantproof.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/**
 * A Kubernetes cluster that answers.
 *
 * @param name as in "demo"
 * @param kubeconfig how programs reach it; readable by its owner only
 * @param client its API
 * @param node the container of its control plane; empty for a cluster that is not ours
 */
public record Cluster(
    String name, Path kubeconfig, KubernetesClient client, Optional<NodeContainer> node)
    implements AutoCloseable {

  /** A cluster in a container of ours, whose kubeconfig is written to a file. */
  static Cluster of(NodeContainer node, String kubeconfigText, Path kubeconfig) {
    writePrivately(kubeconfig, kubeconfigText);
    return new Cluster(node.cluster(), kubeconfig, client(kubeconfigText), Optional.of(node));
  }

  /**
   * A cluster in a container of ours that a kubeconfig file on disk leads to already.
   *
   * @throws UncheckedIOException when the file can't be read
   * @throws ClusterUnavailable when it does not answer
   */
  public static Cluster running(NodeContainer node, Path kubeconfig) {
    try {
      String text = Files.readString(kubeconfig);
      Reachable.require(
          Config.fromKubeconfig(text),
          "The cluster %s".formatted(node.cluster()),
          "run `make demo` again");
      return new Cluster(node.cluster(), kubeconfig, client(text), Optional.of(node));
    } catch (IOException e) {
      throw new UncheckedIOException(kubeconfig + " can't be read", e);
    }
  }

  /** A cluster that somebody else runs, whose kubeconfig is written to a file. */
  static Cluster existing(String name, String kubeconfigText, Path kubeconfig) {
    writePrivately(kubeconfig, kubeconfigText);
    return new Cluster(name, kubeconfig, client(kubeconfigText), Optional.empty());
  }

  /**
   * The containers of all its nodes, that of the control plane first; none where it is not ours.
   */
  public List<NodeContainer> nodes() {
    return node.map(one -> new NodeGroup(one.engine(), one.cluster()).nodes()).orElse(List.of());
  }

  /** The version that its API server says, as in {@code v1.36.3}. */
  public String kubernetesVersion() {
    return client.getKubernetesVersion().getGitVersion();
  }

  /** Whether its API server says that it is ready. */
  public boolean isReady() {
    try {
      return "ok".equals(client.raw("/readyz"));
    } catch (RuntimeException notYet) {
      return false;
    }
  }

  /** Ends the connection; the cluster goes on. */
  @Override
  public void close() {
    client.close();
  }

  private static KubernetesClient client(String kubeconfigText) {
    return new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(kubeconfigText)).build();
  }

  private static void writePrivately(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("the kubeconfig can't be written to " + file, e);
    }
  }
}
