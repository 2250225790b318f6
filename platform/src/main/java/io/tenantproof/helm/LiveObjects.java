package io.tenantproof.helm;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.tenantproof.file.Checksum;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The objects that a cluster has, by marks that tell whether one was changed. The API server is
 * asked for their metadata alone
 * (https://kubernetes.io/docs/reference/using-api/api-concepts/#metadata-only-fetches): one answer
 * for each collection, and no content of a Secret is in it.
 *
 * @param client of the cluster
 */
record LiveObjects(KubernetesClient client) {

  private static final String METADATA_ONLY =
      "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
  private static final int ANSWER_SECONDS = 30;

  /** The marks of all objects in collections; one that gives no answer has none. */
  Map<String, Map<String, Set<String>>> in(Collection<String> paths) {
    Map<String, CompletableFuture<Map<String, Set<String>>>> asked =
        paths.stream().distinct().collect(Collectors.toMap(Function.identity(), this::ask));
    Map<String, Map<String, Set<String>>> found = new TreeMap<>();
    asked.forEach((path, answer) -> found.put(path, answer.join()));
    return found;
  }

  private CompletableFuture<Map<String, Set<String>>> ask(String path) {
    HttpClient http = client.getHttpClient();
    String server = client.getMasterUrl().toString().replaceAll("/$", "");
    HttpRequest request =
        http.newHttpRequestBuilder()
            .uri(URI.create(server + path))
            .header("Accept", METADATA_ONLY)
            .build();
    return http.sendAsync(request, String.class)
        .orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
        .thenApply(LiveObjects::read)
        .exceptionally(unreadable -> Map.of());
  }

  private static Map<String, Set<String>> read(HttpResponse<String> answer) {
    if (!answer.isSuccessful()) {
      return Map.of();
    }
    Map<String, Set<String>> objects = new TreeMap<>();
    for (JsonNode one : JsonMapper.shared().readTree(answer.body()).path("items")) {
      JsonNode metadata = one.path("metadata");
      if (metadata.path("deletionTimestamp").isMissingNode()) {
        objects.put(metadata.path("name").asString(), marks(metadata));
      }
    }
    return objects;
  }

  // The API server keeps who has set which field and when: a field that somebody else changes or
  // removes is no longer in the entry of who had set it. Entries of a subresource are status, which
  // controllers write all the time; a scaled workload shows in the entry that has lost its
  // replicas.
  private static Set<String> marks(JsonNode metadata) {
    Set<String> marks = new TreeSet<>();
    marks.add("uid " + metadata.path("uid").asString());
    JsonNode generation = metadata.path("generation");
    if (generation.isNumber()) {
      marks.add("generation " + generation.asLong());
    }
    for (JsonNode entry : metadata.path("managedFields")) {
      if (entry.path("subresource").isMissingNode()) {
        marks.add("fields " + Checksum.of(entry.toString()));
      }
    }
    return marks;
  }
}
