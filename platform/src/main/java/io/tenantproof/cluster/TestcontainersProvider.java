package io.tenantproof.cluster;

import io.tenantproof.engine.ContainerEngine;
import io.tenantproof.wait.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.k3s.K3sContainer;

/**
 * One or two k3s nodes in containers, by Testcontainers. The node image is {@code rancher/k3s} or
 * one that honours its contract.
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
    var _ = NodeGroup.removeLeftovers(engine);
    NodeGroup group = new NodeGroup(engine, request.name());
    List<NodeContainer> there = group.nodes();
    if (there.isEmpty()) {
      return boot(group, request);
    }
    if (there.size() < request.nodes()) {
      throw new ClusterUnavailable(
          "The cluster %s is there with %d of %d nodes; `make down` removes it."
              .formatted(request.name(), there.size(), request.nodes()));
    }
    group.start();
    Cluster cluster = attach(there.getFirst(), request);
    if (there.size() > 1) {
      new SecondNode(group, request, labels(request)).awaitReady(cluster);
    }
    return cluster;
  }

  @Override
  public boolean startsNodes() {
    return true;
  }

  private static Cluster attach(NodeContainer node, ClusterRequest request) {
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

  private Cluster boot(NodeGroup group, ClusterRequest request) {
    Map<String, String> labels = labels(request);
    K3sContainer container = new FirstNode(group, request, labels).container(BOOT);
    try {
      if (request.nodes() == 1) {
        container.start();
        return booted(container, request);
      }
      SecondNode second = new SecondNode(group, request, labels);
      // One that a run has left which was killed.
      group.remove();
      group.makeNetwork(labels);
      var _ =
          Together.each(
              List.<Runnable>of(container::start, second::start),
              start -> {
                start.run();
                return List.of();
              });
      Cluster cluster = booted(container, request);
      second.awaitReady(cluster);
      return cluster;
    } catch (ContainerLaunchException e) {
      String last = lastLines(container);
      group.remove();
      throw new ClusterUnavailable(
          "The node of the cluster %s did not start from %s. Its last lines:\n%s"
              .formatted(request.name(), request.nodeImage(), last),
          e);
    } catch (RuntimeException e) {
      group.remove();
      throw e;
    }
  }

  private Cluster booted(K3sContainer container, ClusterRequest request) {
    return Cluster.of(
        new NodeContainer(engine, container.getContainerId(), request.name()),
        KubeconfigText.withServer(
            container.getKubeConfigYaml(),
            "https://127.0.0.1:" + container.getMappedPort(K3sContainer.KUBE_SECURE_PORT)),
        request.kubeconfig());
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

  private static String lastLines(K3sContainer container) {
    List<String> lines =
        container.getContainerId() == null ? List.of() : container.getLogs().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }
}
