package io.tenantproof.vector;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.tenantproof.argocd.Application;
import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.http.StubServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An API server that has Applications with a given status, and takes whatever is made there. */
final class StubArgoCd implements AutoCloseable {

  private static final String GROUP = "/apis/argoproj.io/v1alpha1";

  private final StubServer server = new StubServer();
  private final KubernetesClient client;
  private final List<Map<String, Object>> applications = new ArrayList<>();

  StubArgoCd() {
    client =
        new KubernetesClientBuilder()
            .withConfig(
                new ConfigBuilder(Config.empty()).withMasterUrl(server.uri().toString()).build())
            .build();
    server.answers(
        GROUP,
        200,
        """
        {"kind": "APIResourceList", "apiVersion": "v1", "groupVersion": "argoproj.io/v1alpha1",
         "resources": [
          {"name": "applications", "kind": "Application", "namespaced": true, "verbs": []},
          {"name": "appprojects", "kind": "AppProject", "namespaced": true, "verbs": []}]}
        """);
    takes("argocd", "applications");
    takes("argocd", "appprojects");
    lists();
  }

  ArgoCd argoCd() {
    return new ArgoCd(client);
  }

  StubServer server() {
    return server;
  }

  /** Lets Applications be made in a namespace. */
  StubArgoCd takes(String namespace, String plural) {
    server.answers(
        "%s/namespaces/%s/%s".formatted(GROUP, namespace, plural),
        201,
        "{\"apiVersion\":\"argoproj.io/v1alpha1\",\"kind\":\"Any\",\"metadata\":{\"name\":\"any\"}}");
    return this;
  }

  /** Has an Application with a status in YAML. */
  StubArgoCd says(String name, String status) {
    @Nullable Map<?, ?> read = Serialization.unmarshal(status, Map.class);
    Map<String, Object> application =
        Map.of(
            "apiVersion",
            "argoproj.io/v1alpha1",
            "kind",
            "Application",
            "metadata",
            Map.of("name", name, "namespace", "argocd"),
            "spec",
            Map.of("project", "tenant-a"),
            "status",
            read == null ? Map.of() : read);
    applications.add(application);
    server.answers(
        "%s/namespaces/argocd/applications/%s".formatted(GROUP, name),
        200,
        Serialization.asJson(application));
    lists();
    return this;
  }

  /** What Argo CD says with a status in YAML. */
  static Application said(String status) {
    try (StubArgoCd stub = new StubArgoCd().says("one", status)) {
      return stub.argoCd().labelled("any", "any").values().iterator().next();
    }
  }

  private void lists() {
    server.answers(
        GROUP + "/applications",
        200,
        Serialization.asJson(
            Map.of(
                "apiVersion",
                "argoproj.io/v1alpha1",
                "kind",
                "ApplicationList",
                "metadata",
                Map.of(),
                "items",
                applications)));
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
