package io.tenantproof.argocd;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.tenantproof.argocd.Application.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an Application as the API server gives it; what is not there is empty. */
final class ApplicationReader {

  private ApplicationReader() {}

  static Application read(GenericKubernetesResource resource) {
    JsonNode root = JsonMapper.shared().valueToTree(resource.getAdditionalProperties());
    JsonNode status = root.path("status");
    return new Application(
        resource.getMetadata().getName(),
        text(root.at("/spec/project")),
        text(status.at("/sync/status")),
        text(status.at("/health/status")),
        text(status.at("/sync/revision")),
        operation(status.path("operationState")),
        conditions(status.path("conditions")),
        resources(status.path("resources")));
  }

  private static Operation operation(JsonNode state) {
    List<String> failures = new ArrayList<>();
    for (JsonNode resource : stream(state.at("/syncResult/resources"))) {
      if (text(resource.path("status")).equals("SyncFailed")) {
        failures.add(named(resource) + " refused: " + text(resource.path("message")));
      }
    }
    return new Operation(
        text(state.path("phase")),
        text(state.at("/operation/sync/revision")),
        text(state.path("message")),
        failures);
  }

  private static List<String> conditions(JsonNode conditions) {
    return stream(conditions).stream()
        .map(one -> text(one.path("type")) + ": " + text(one.path("message")))
        .toList();
  }

  private static List<String> resources(JsonNode resources) {
    List<String> open = new ArrayList<>();
    for (JsonNode resource : stream(resources)) {
      String sync = text(resource.path("status"));
      String health = text(resource.at("/health/status"));
      boolean fine = sync.equals("Synced") && (health.isEmpty() || health.equals("Healthy"));
      if (!fine) {
        String reason = text(resource.at("/health/message"));
        open.add(
            "%s %s%s%s"
                .formatted(
                    named(resource),
                    sync,
                    health.isEmpty() ? "" : " " + health,
                    reason.isEmpty() ? "" : ": " + reason));
      }
    }
    return open;
  }

  private static String named(JsonNode resource) {
    return text(resource.path("kind")) + " " + text(resource.path("name"));
  }

  private static List<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static String text(JsonNode node) {
    return node.isString() ? node.asString() : "";
  }
}
