package io.tenantproof.helm;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.tenantproof.http.StubServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** A cluster with the release "some" in the namespace "space": a ConfigMap and a Deployment. */
final class StubCluster implements AutoCloseable {

  static final String RECEIPT = "/api/v1/namespaces/space/secrets/tenantproof-receipt-some";
  static final String SECRETS = "/api/v1/namespaces/space/secrets";
  static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/space/deployments";

  /** Metadata as the API server gives it. */
  static final String DEPLOYMENT =
      """
      {"items": [{"metadata": {"name": "server", "uid": "u1", "generation": 3, "managedFields": [
        {"manager": "java", "operation": "Update", "time": "12:00", "fieldsV1": {"f:spec": {}}},
        {"manager": "controller", "operation": "Update", "time": "13:00", "subresource": "status"}
      ]}}]}\
      """;

  private static final String MANIFEST =
      """
      ---
      # Source: some/templates/settings.yaml
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: settings, namespace: space}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: server}
      """;

  private final StubServer server = new StubServer();
  private final KubernetesClient client =
      new KubernetesClientBuilder()
          .withConfig(
              new ConfigBuilder()
                  .withAutoConfigure(false)
                  .withMasterUrl(server.uri().toString())
                  .withRequestRetryBackoffLimit(0)
                  .build())
          .build();

  StubCluster() {
    server
        .answers("/api/v1", 200, kinds("v1", "ConfigMap", "configmaps", "Secret", "secrets"))
        .answers(
            "/apis/apps/v1",
            200,
            kinds("apps/v1", "Deployment", "deployments/status", "Deployment", "deployments"))
        .answers(SECRETS, 200, notes(note()))
        .answers("/api/v1/namespaces/space/configmaps", 200, object("settings"))
        .answers(DEPLOYMENTS, 200, DEPLOYMENT)
        .answers(RECEIPT, 200, "{\"kind\": \"Secret\", \"apiVersion\": \"v1\"}");
  }

  KubernetesClient client() {
    return client;
  }

  StubServer server() {
    return server;
  }

  /** Keeps a receipt, which the cluster has from then on. */
  void keep(Receipts receipts, String fingerprint) {
    receipts.keep(fingerprint, java.util.List.of());
    server.answers(RECEIPT, 200, server.asked().getLast().body());
  }

  /** A list of Secrets with these notes of Helm. */
  static String notes(String... notes) {
    return "{\"kind\": \"SecretList\", \"apiVersion\": \"v1\", \"items\": [%s]}"
        .formatted(String.join(",", notes));
  }

  private static String note() {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "kind",
                "Secret",
                "apiVersion",
                "v1",
                "metadata",
                Map.of("name", "sh.helm.release.v1.some.v1", "uid", "u0"),
                "data",
                Map.of("release", packed(Map.of("manifest", MANIFEST)))));
  }

  private static String packed(Map<String, String> release) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream content = new GZIPOutputStream(bytes)) {
      content.write(
          JsonMapper.shared().writeValueAsString(release).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(Base64.getEncoder().encode(bytes.toByteArray()));
  }

  private static String object(String name) {
    return "{\"items\": [{\"metadata\": {\"name\": \"%s\", \"uid\": \"u2\"}}]}".formatted(name);
  }

  private static String kinds(String version, String kind, String name, String other, String its) {
    return """
    {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": "%s", "resources": [
      {"kind": "%s", "name": "%s", "namespaced": true},
      {"kind": "%s", "name": "%s", "namespaced": true}]}\
    """
        .formatted(version, kind, name, other, its);
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
