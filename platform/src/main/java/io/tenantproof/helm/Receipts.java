package io.tenantproof.helm;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.tenantproof.cluster.ServerSide;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;

/**
 * The receipt of a release, kept beside it. It is a Secret because its fingerprint is made of
 * passwords too.
 *
 * @param client of the cluster
 * @param namespace of the release
 * @param release its name
 */
record Receipts(KubernetesClient client, String namespace, String release) {

  private static final String KEY = "receipt";

  /** Whether the cluster has exactly what was installed by that fingerprint; no when in doubt. */
  boolean hold(String fingerprint) {
    try {
      return read()
          .filter(receipt -> receipt.fingerprint().equals(fingerprint))
          .filter(receipt -> receipt.holds(new LiveObjects(client).in(receipt.objects().keySet())))
          .isPresent();
    } catch (KubernetesClientException | JacksonException | IllegalArgumentException unreadable) {
      return false;
    }
  }

  /** Removes it; one that is not there is fine. */
  void forget() {
    secret().delete();
  }

  /**
   * Keeps what is in the cluster now. What can't be told is not kept: the next run installs again.
   *
   * @param fingerprint by which it was installed
   * @param definitions what was applied beside Helm
   */
  void keep(String fingerprint, List<HasMetadata> definitions) {
    try {
      new InstalledObjects(client, namespace, release)
          .places(definitions)
          .flatMap(this::marks)
          .map(marks -> new Receipt(fingerprint, marks))
          .ifPresent(this::write);
    } catch (KubernetesClientException mayNotLook) {
      // A user who may install and not list goes without a receipt.
    }
  }

  private Optional<Map<String, Map<String, Set<String>>>> marks(
      List<InstalledObjects.Place> places) {
    Map<String, Map<String, Set<String>>> now =
        new LiveObjects(client)
            .in(places.stream().map(InstalledObjects.Place::collection).toList());
    Map<String, Map<String, Set<String>>> kept = new TreeMap<>();
    for (InstalledObjects.Place place : places) {
      Set<String> marks =
          now.getOrDefault(place.collection(), Map.of()).getOrDefault(place.name(), Set.of());
      if (marks.isEmpty()) {
        return Optional.empty();
      }
      kept.computeIfAbsent(place.collection(), path -> new TreeMap<>()).put(place.name(), marks);
    }
    return Optional.of(kept);
  }

  private Optional<Receipt> read() {
    return Optional.ofNullable(secret().get())
        .flatMap(there -> Optional.ofNullable(there.getData()))
        .flatMap(data -> Optional.ofNullable(data.get(KEY)))
        .map(text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8))
        .map(Receipt::parse);
  }

  private void write(Receipt receipt) {
    ServerSide.apply(
        client,
        new SecretBuilder()
            .withNewMetadata()
            .withName(name())
            .withNamespace(namespace)
            .withLabels(Map.of("app.kubernetes.io/part-of", "tenantproof"))
            .endMetadata()
            .withData(
                Map.of(
                    KEY,
                    Base64.getEncoder()
                        .encodeToString(receipt.json().getBytes(StandardCharsets.UTF_8))))
            .build());
  }

  private Resource<io.fabric8.kubernetes.api.model.Secret> secret() {
    return client.secrets().inNamespace(namespace).withName(name());
  }

  private String name() {
    return "tenantproof-receipt-" + release;
  }
}
