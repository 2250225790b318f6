package io.tenantproof.cluster;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import io.tenantproof.engine.ContainerEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.k3s.K3sContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A k3s node in a container, by Testcontainers. The node image is {@code rancher/k3s} or one that
 * honours its contract.
 *
 * <p>Testcontainers' reaper is not used (its image may not be had): a container names its owner,
 * and one whose owner is gone is removed by the next run.
 *
 * @param engine where the container runs
 */
public record TestcontainersProvider(ContainerEngine engine) implements ClusterProvider {

  private static final Duration BOOT = Duration.ofMinutes(3);

  @Override
  public Cluster provide(ClusterRequest request) {
    NodeContainer.leftovers(engine).forEach(NodeContainer::remove);
    Optional<NodeContainer> there = NodeContainer.find(engine, request.name());
    return there.isPresent() ? attach(there.get(), request) : boot(request);
  }

  @Override
  public boolean startsNodes() {
    return true;
  }

  private static Cluster attach(NodeContainer node, ClusterRequest request) {
    node.start();
    int port =
        node.publishedPort(K3sContainer.KUBE_SECURE_PORT)
            .orElseThrow(
                () ->
                    new ClusterUnavailable(
                        "The container of the cluster %s publishes no API port; remove it with `make down` and start again."
                            .formatted(node.cluster())));
    Cluster cluster =
        Cluster.of(
            node,
            KubeconfigText.withServer(node.kubeconfig(), "https://127.0.0.1:" + port),
            request.kubeconfig());
    try {
      Awaitility.await("the API server of " + node.cluster())
          .atMost(BOOT)
          .pollInterval(Duration.ofMillis(200))
          .until(cluster::isReady);
      return cluster;
    } catch (ConditionTimeoutException e) {
      cluster.close();
      throw new ClusterUnavailable(
          "The cluster %s is there, but its API server was not ready within %d s; `make down` removes it."
              .formatted(node.cluster(), BOOT.toSeconds()),
          e);
    }
  }

  private Cluster boot(ClusterRequest request) {
    K3sContainer container = container(request);
    try {
      container.start();
      NodeContainer node = new NodeContainer(engine, container.getContainerId(), request.name());
      return Cluster.of(
          node,
          KubeconfigText.withServer(
              container.getKubeConfigYaml(),
              "https://127.0.0.1:" + container.getMappedPort(K3sContainer.KUBE_SECURE_PORT)),
          request.kubeconfig());
    } catch (ContainerLaunchException e) {
      NodeContainer.find(engine, request.name()).ifPresent(NodeContainer::remove);
      throw new ClusterUnavailable(
          "The node of the cluster %s did not start from %s. Its last lines:\n%s"
              .formatted(request.name(), request.nodeImage(), lastLines(container)),
          e);
    }
  }

  @SuppressWarnings("resource") // the container outlives this call; NodeContainer.remove ends it
  private static K3sContainer container(ClusterRequest request) {
    K3sContainer container =
        new K3sContainer(
            DockerImageName.parse(request.nodeImage()).asCompatibleSubstituteFor("rancher/k3s"));
    container
        .withImagePullPolicy(image -> false)
        // Else Testcontainers itself would end the container with this JVM
        // (TESTCONTAINERS_REUSE_ENABLE).
        .withReuse(true)
        .withCommand("server", "--disable=traefik", "--disable=servicelb", "--tls-san=127.0.0.1")
        .withLabels(labels(request))
        .withStartupTimeout(BOOT)
        .withCreateContainerCmdModifier(
            create -> {
              create.withName("tenantproof-" + request.name());
              Optional.ofNullable(create.getHostConfig())
                  .ifPresent(
                      host -> {
                        List<Bind> binds = new ArrayList<>(List.of(host.getBinds()));
                        binds.add(
                            new Bind(
                                request.images().toAbsolutePath().toString(),
                                new Volume(NodeContainer.IMAGES),
                                AccessMode.ro));
                        host.withBinds(binds);
                      });
            });
    container.setPortBindings(portBindings(request.ports()));
    return container;
  }

  private static Map<String, String> labels(ClusterRequest request) {
    return request.outlivesJvm()
        ? Map.of(NodeContainer.CLUSTER_LABEL, request.name())
        : Map.of(
            NodeContainer.CLUSTER_LABEL,
            request.name(),
            NodeContainer.OWNER_LABEL,
            Owner.thisJvm().toString());
  }

  // On loopback only. The API port is fixed, so that the kubeconfig survives a restart.
  private static List<String> portBindings(Map<Integer, Integer> ports) {
    List<String> bindings = new ArrayList<>();
    bindings.add("127.0.0.1:%d:%d".formatted(freePort(), K3sContainer.KUBE_SECURE_PORT));
    bindings.add("127.0.0.1::%d".formatted(K3sContainer.RANCHER_WEBHOOK_PORT));
    ports.forEach((node, host) -> bindings.add("127.0.0.1:%d:%d".formatted(host, node)));
    return bindings;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free on loopback", e);
    }
  }

  private static String lastLines(K3sContainer container) {
    List<String> lines =
        container.getContainerId() == null ? List.of() : container.getLogs().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }
}
