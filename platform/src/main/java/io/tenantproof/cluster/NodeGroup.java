package io.tenantproof.cluster;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import io.tenantproof.engine.ContainerEngine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that the engine holds of one cluster of ours: the containers of its nodes, and the network
 * between them where there are two.
 *
 * @param engine that holds it
 * @param cluster its name
 */
public record NodeGroup(ContainerEngine engine, String cluster) {

  /** The label of a node's container that runs no control plane. */
  static final String ROLE_LABEL = "io.tenantproof.role";

  /** Its value. */
  static final String AGENT = "agent";

  private static final int TRIES = 3;

  /** The nodes, running or not, the one with the control plane first. */
  public List<NodeContainer> nodes() {
    return own()
        .sorted(Comparator.comparing(NodeGroup::isAgent))
        .map(found -> node(engine, found))
        .toList();
  }

  /** The node with the control plane. */
  Optional<NodeContainer> server() {
    return own().filter(found -> !isAgent(found)).map(found -> node(engine, found)).findFirst();
  }

  private Stream<Container> own() {
    return containers(engine, NodeContainer.CLUSTER_LABEL)
        .filter(found -> cluster.equals(labels(found).get(NodeContainer.CLUSTER_LABEL)));
  }

  /** The name of the container of the first or of the second node; of the network, the first's. */
  String name(int number) {
    return "tenantproof-" + cluster + (number == 1 ? "" : "-" + number);
  }

  /** Makes the network between the nodes. The engine answers names of containers on it. */
  void makeNetwork(Map<String, String> labels) {
    engine
        .client()
        .createNetworkCmd()
        .withName(name(1))
        .withCheckDuplicate(true)
        .withLabels(labels)
        .exec();
  }

  /** Starts the nodes that are stopped. */
  void start() {
    nodes().forEach(NodeContainer::start);
  }

  /**
   * Removes the nodes with their volumes, and the network; what is gone is fine.
   *
   * @throws ClusterUnavailable when something holds the network
   */
  public void remove() {
    // A run that is broken off may make a container while its cluster is removed: without the
    // network none is made any more.
    for (int left = TRIES; left > 0; left--) {
      nodes().forEach(NodeContainer::remove);
      if (removeNetworks(engine, NodeContainer.CLUSTER_LABEL, cluster::equals).isEmpty()) {
        return;
      }
    }
    throw new ClusterUnavailable(
        "The network %s of the cluster %s is used by somebody; `docker network inspect` says by whom."
            .formatted(name(1), cluster));
  }

  /**
   * Removes clusters, and what killed runs left.
   *
   * @return the names of those that were there
   */
  public static List<String> removeAll(ContainerEngine engine, List<String> clusters) {
    List<String> removed = new ArrayList<>();
    for (String cluster : clusters) {
      NodeGroup group = new NodeGroup(engine, cluster);
      if (!group.nodes().isEmpty()) {
        removed.add(cluster);
      }
      group.remove();
    }
    removed.addAll(removeLeftovers(engine));
    return List.copyOf(removed);
  }

  /**
   * Removes what killed runs left, nodes, tools of specs and networks: their owner is gone.
   *
   * @return the names of the clusters; of a tool, its container's id
   */
  static List<String> removeLeftovers(ContainerEngine engine) {
    Predicate<String> gone = owner -> !Owner.parse(owner).isAlive();
    List<NodeContainer> left =
        containers(engine, NodeContainer.OWNER_LABEL)
            .filter(found -> gone.test(labels(found).getOrDefault(NodeContainer.OWNER_LABEL, "")))
            .map(found -> node(engine, found))
            .toList();
    left.forEach(NodeContainer::remove);
    var _ = removeNetworks(engine, NodeContainer.OWNER_LABEL, gone);
    return left.stream().map(NodeContainer::cluster).distinct().toList();
  }

  // Those that could not be removed.
  private static List<String> removeNetworks(
      ContainerEngine engine, String label, Predicate<String> wanted) {
    return engine.client().listNetworksCmd().withFilter("label", List.of(label)).exec().stream()
        .filter(found -> wanted.test(found.getLabels().getOrDefault(label, "")))
        .filter(found -> !isRemoved(engine, found))
        .map(Network::getName)
        .toList();
  }

  private static boolean isRemoved(ContainerEngine engine, Network network) {
    try {
      engine.client().removeNetworkCmd(network.getId()).exec();
      return true;
    } catch (NotFoundException gone) {
      return true;
    } catch (DockerException inUse) {
      return false;
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

  private static boolean isAgent(Container found) {
    return AGENT.equals(labels(found).get(ROLE_LABEL));
  }

  private static Map<String, String> labels(Container found) {
    return Objects.requireNonNullElse(found.getLabels(), Map.of());
  }

  private static NodeContainer node(ContainerEngine engine, Container found) {
    return new NodeContainer(
        engine,
        found.getId(),
        labels(found).getOrDefault(NodeContainer.CLUSTER_LABEL, found.getId()));
  }
}
