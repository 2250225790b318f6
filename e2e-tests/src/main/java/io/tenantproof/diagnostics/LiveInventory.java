package io.tenantproof.diagnostics;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeSystemInfo;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.cluster.Cluster;
import io.tenantproof.image.Catalogue;
import io.tenantproof.image.CatalogueEntry;
import io.tenantproof.run.Inventory;
import io.tenantproof.run.Inventory.Component;
import io.tenantproof.run.Inventory.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Versions and digests of what runs in a cluster. What can't be had is said, and fails nothing.
 *
 * @param cluster that is looked at
 * @param catalogue of the images that a run may use
 */
public record LiveInventory(Cluster cluster, Supplier<Catalogue> catalogue) {

  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final Pattern DEFAULT_REGISTRY = Pattern.compile("^docker\\.io/(library/)?");

  /** Gathers all of it. */
  public Inventory gather() {
    List<String> missing = new ArrayList<>();
    List<Component> components = had(missing, "the cluster's versions", this::components);
    Map<String, Optional<String>> running = new TreeMap<>();
    had(missing, "images that ran", this::running)
        .forEach(one -> running.merge(one.name(), one.digest(), (a, b) -> a.isPresent() ? a : b));
    List<Image> images = new ArrayList<>();
    for (CatalogueEntry entry :
        had(missing, "the image catalogue", () -> catalogue.get().images())) {
      String name = shortName(entry.image().toString());
      Optional<Optional<String>> ran = Optional.ofNullable(running.remove(name));
      images.add(
          new Image(
              name,
              entry.usedBy(),
              entry.licence(),
              ran.isPresent(),
              ran.flatMap(digest -> digest).or(() -> Optional.ofNullable(entry.digest()))));
    }
    running.forEach((name, digest) -> images.add(new Image(name, "", "", true, digest)));
    return new Inventory(cluster.name(), components, images, missing);
  }

  private static <T> List<T> had(List<String> missing, String what, Supplier<List<T>> asking) {
    try {
      return asking.get();
    } catch (RuntimeException e) {
      missing.add("%s: %s".formatted(what, e.getMessage()));
      return List.of();
    }
  }

  private List<Component> components() {
    Stream<Component> api = Stream.of(new Component("Kubernetes", cluster.kubernetesVersion()));
    Stream<Component> node =
        client().nodes().list().getItems().stream().limit(1).flatMap(LiveInventory::ofNode);
    return Stream.concat(api, node).toList();
  }

  private static Stream<Component> ofNode(Node node) {
    NodeSystemInfo info = node.getStatus().getNodeInfo();
    return Stream.of(
        new Component("kubelet", info.getKubeletVersion()),
        new Component("container runtime", info.getContainerRuntimeVersion()),
        new Component("node image", info.getOsImage()),
        new Component("kernel", info.getKernelVersion() + " " + info.getArchitecture()));
  }

  /** An image that a container runs. */
  private record Ran(String name, Optional<String> digest) {}

  private List<Ran> running() {
    return client().pods().inAnyNamespace().list().getItems().stream()
        .flatMap(LiveInventory::statuses)
        .map(
            status ->
                new Ran(shortName(status.getImage()), digest(String.valueOf(status.getImageID()))))
        .filter(ran -> !DIGEST.matcher(ran.name()).find())
        .toList();
  }

  private static Stream<ContainerStatus> statuses(Pod pod) {
    return Stream.concat(
        pod.getStatus().getInitContainerStatuses().stream(),
        pod.getStatus().getContainerStatuses().stream());
  }

  private static Optional<String> digest(String imageId) {
    Matcher found = DIGEST.matcher(imageId);
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }

  private static String shortName(String image) {
    return DEFAULT_REGISTRY.matcher(image).replaceFirst("");
  }

  private KubernetesClient client() {
    return cluster.client();
  }
}
