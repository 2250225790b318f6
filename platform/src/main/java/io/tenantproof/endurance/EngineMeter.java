package io.tenantproof.endurance;

import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import io.tenantproof.cluster.NodeContainer;
import io.tenantproof.engine.ContainerEngine;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a container engine holds, by number.
 *
 * @param engine that holds it
 */
record EngineMeter(ContainerEngine engine) implements Meter {

  private static final List<String> OWN =
      List.of(NodeContainer.CLUSTER_LABEL, NodeContainer.OWNER_LABEL);

  @Override
  public Map<Gauge, Reading> read() {
    Map<Gauge, Reading> readings = new EnumMap<>(Gauge.class);
    List<Container> containers = engine.client().listContainersCmd().withShowAll(true).exec();
    readings.put(Gauge.CONTAINERS, Reading.of(names(containers.stream())));
    readings.put(
        Gauge.KIT_CONTAINERS, Reading.of(names(containers.stream().filter(EngineMeter::isOwn))));
    readings.put(Gauge.VOLUMES, Reading.of(volumes()));
    readings.put(
        Gauge.NETWORKS,
        Reading.of(
            engine.client().listNetworksCmd().exec().stream().map(Network::getName).toList()));
    return readings;
  }

  // An engine without any leaves the list out.
  private List<String> volumes() {
    return Optional.ofNullable(engine.client().listVolumesCmd().exec().getVolumes())
        .orElse(List.of())
        .stream()
        .map(volume -> volume.getName())
        .toList();
  }

  private static boolean isOwn(Container container) {
    Map<String, String> labels = Optional.ofNullable(container.getLabels()).orElse(Map.of());
    return OWN.stream().anyMatch(labels::containsKey);
  }

  private static List<String> names(Stream<Container> containers) {
    return containers.map(EngineMeter::name).toList();
  }

  private static String name(Container container) {
    return Optional.ofNullable(container.getNames()).stream()
        .flatMap(Stream::of)
        .findFirst()
        .map(name -> name.replaceFirst("^/", ""))
        .orElse(container.getId());
  }
}
