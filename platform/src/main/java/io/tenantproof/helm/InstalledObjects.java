package io.tenantproof.helm;

import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a release consists of, as Helm has noted it in the cluster.
 *
 * @param client of the cluster
 * @param namespace of the release
 * @param release its name
 */
record InstalledObjects(KubernetesClient client, String namespace, String release) {

  /**
   * An object of the release.
   *
   * @param collection the path that the API server lists its kind at
   * @param name its own
   */
  record Place(String collection, String name) {}

  /**
   * Where they are, Helm's note among them; empty when the release is not installed or has a kind
   * that the API server does not know.
   *
   * @param definitions what was applied beside Helm
   */
  Optional<List<Place>> places(List<HasMetadata> definitions) {
    Optional<Secret> note = note();
    if (note.isEmpty()) {
      return Optional.empty();
    }
    List<HasMetadata> objects = new ArrayList<>(definitions);
    objects.add(note.get());
    objects.addAll(manifest(note.get()));
    Map<String, List<APIResource>> kinds = new HashMap<>();
    List<Place> places = new ArrayList<>();
    for (HasMetadata object : objects) {
      Optional<Place> place =
          place(kinds.computeIfAbsent(object.getApiVersion(), this::kinds), object);
      if (place.isEmpty()) {
        return Optional.empty();
      }
      places.add(place.get());
    }
    return Optional.of(places);
  }

  // Helm keeps each revision as a Secret (https://helm.sh/docs/topics/advanced/#storage-backends);
  // a revision is superseded when the next one is deployed.
  private Optional<Secret> note() {
    List<Secret> deployed =
        client
            .secrets()
            .inNamespace(namespace)
            .withLabels(Map.of("owner", "helm", "name", release, "status", "deployed"))
            .list()
            .getItems();
    return deployed.size() == 1 ? Optional.of(deployed.getFirst()) : Optional.empty();
  }

  // JSON in gzip in Helm's Base64 in that of each Secret.
  private List<HasMetadata> manifest(Secret note) {
    byte[] packed =
        Base64.getDecoder().decode(Base64.getDecoder().decode(note.getData().get("release")));
    try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      String manifest = JsonMapper.shared().readTree(content).path("manifest").asString();
      return client
          .load(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)))
          .items();
    } catch (IOException e) {
      throw new UncheckedIOException("Helm's note of " + release + " can't be read", e);
    }
  }

  private List<APIResource> kinds(String apiVersion) {
    return Optional.ofNullable(client.getApiResources(apiVersion))
        .map(APIResourceList::getResources)
        .orElse(List.of());
  }

  private Optional<Place> place(List<APIResource> kinds, HasMetadata object) {
    return kinds.stream()
        .filter(one -> one.getKind().equals(object.getKind()) && !one.getName().contains("/"))
        .findFirst()
        .map(one -> new Place(path(one, object), object.getMetadata().getName()));
  }

  private String path(APIResource resource, HasMetadata object) {
    String version = object.getApiVersion();
    String where =
        resource.getNamespaced()
            ? "namespaces/%s/"
                .formatted(
                    Optional.ofNullable(object.getMetadata().getNamespace()).orElse(namespace))
            : "";
    return "/%s/%s/%s%s"
        .formatted(version.contains("/") ? "apis" : "api", version, where, resource.getName());
  }
}
