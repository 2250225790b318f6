package io.tenantproof.platform;

import io.fabric8.kubernetes.api.model.ContainerImage;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.tenantproof.image.CatalogueEntry;
import io.tenantproof.image.ImageName;
import io.tenantproof.image.Need;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The images that nodes of somebody else's cluster have. Where they were brought there by hand,
 * because no registry can be reached, they say what the platform can run.
 *
 * @param names as the nodes tell them: the 50 largest of each at the most
 *     (https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1, nodeStatusMaxImages)
 */
record NodeStock(Set<String> names) {

  private static final int FORBIDDEN = 403;

  /** Copies what it is given. */
  NodeStock {
    names = Set.copyOf(names);
  }

  /** What the nodes tell; nothing where the user may not look at nodes. */
  static NodeStock of(KubernetesClient client) {
    try {
      return new NodeStock(
          client.nodes().list().getItems().stream()
              .flatMap(node -> node.getStatus().getImages().stream())
              .flatMap(NodeStock::named)
              .collect(Collectors.toSet()));
    } catch (KubernetesClientException e) {
      if (e.getCode() == FORBIDDEN) {
        return new NodeStock(Set.of());
      }
      throw e;
    }
  }

  // An image whose name another one has taken has none: null, not an empty list.
  private static Stream<String> named(ContainerImage image) {
    return Stream.ofNullable(image.getNames()).flatMap(List::stream);
  }

  /**
   * What the namespace observability can run of it; all of what is official where the nodes have
   * none of its images yet, because then they pull.
   */
  Stack stack(List<Need> needs) {
    Map<String, ImageName> had = new HashMap<>();
    for (Need need : needs) {
      if (Stack.NEEDS.contains(need.name())) {
        need.images().stream()
            .map(CatalogueEntry::image)
            .filter(this::has)
            .findFirst()
            .ifPresent(image -> had.put(need.name(), image));
      }
    }
    return had.isEmpty() ? Stack.OFFICIAL : Stack.of(name -> Optional.ofNullable(had.get(name)));
  }

  // Nodes tell the names of Docker Hub in full.
  private boolean has(ImageName image) {
    return names.stream()
        .anyMatch(name -> name.equals(image.toString()) || name.endsWith("/" + image));
  }
}
