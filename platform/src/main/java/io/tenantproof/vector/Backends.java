package io.tenantproof.vector;

import io.tenantproof.isolation.Observation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prometheus and Loki through the API server's proxy of Services, so that whoever asks is known to
 * the API server, and nothing else need reach them.
 */
final class Backends {

  /** The namespace of both. */
  static final String NAMESPACE = "observability";

  /** Prometheus itself, below which its API is. */
  static final String PROMETHEUS = proxy(NAMESPACE, "prometheus:9090");

  /** Loki itself. */
  static final String LOKI = proxy(NAMESPACE, "loki:3100");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Backends() {}

  /** One of a tenant's own. */
  static String own(String tenant, String service) {
    return proxy(NAMESPACE, "%s-%s".formatted(tenant, service));
  }

  /** What a tenant's viewer reads metrics by. */
  static String metricsView(String namespace) {
    return proxy(namespace, "metrics-view");
  }

  /** What a tenant's viewer reads logs by. */
  static String logsView(String namespace) {
    return proxy(namespace, "logs-view");
  }

  private static String proxy(String namespace, String service) {
    return "/api/v1/namespaces/%s/services/%s/proxy".formatted(namespace, service);
  }

  /** The series of a query now. */
  static ApiRequest series(String base, String query) {
    return ApiRequest.get("%s/api/v1/query?query=%s".formatted(base, encoded(query)));
  }

  /** The last lines of a query. */
  static ApiRequest lines(String base, String query) {
    return ApiRequest.get(
        "%s/loki/api/v1/query_range?limit=50&query=%s".formatted(base, encoded(query)));
  }

  /** Whom Loki is asked as. */
  static Map<String, String> org(String org) {
    return Map.of("X-Scope-OrgID", org);
  }

  /** Whose the series or streams of an answer are: the values of the label {@code tenant}. */
  static Set<String> owners(String body) {
    Set<String> owners = new TreeSet<>();
    for (JsonNode one : results(body)) {
      JsonNode labels = one.has("stream") ? one.path("stream") : one.path("metric");
      owners.add(labels.path("tenant").asString(""));
    }
    return owners;
  }

  private static List<JsonNode> results(String body) {
    try {
      return new ArrayList<>(JSON.readTree(body).path("data").path("result").values());
    } catch (JacksonException notJson) {
      return List.of();
    }
  }

  /**
   * Whether an answer holds something of a tenant. A refusal with the tenant's name holds nothing.
   */
  static Observation ofTenant(Identity.Answer answer, String tenant) {
    if (answer.code() == 429 || answer.code() >= 500) {
      return Observation.failed(answer.shown());
    }
    if (answer.code() != 200) {
      return Observation.refused(answer.shown());
    }
    Set<String> owners = owners(answer.body());
    return owners.contains(tenant)
        ? Observation.allowed("answered with what is of " + String.join(", ", owners))
        : Observation.refused("answered with what is of " + owners);
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }
}
