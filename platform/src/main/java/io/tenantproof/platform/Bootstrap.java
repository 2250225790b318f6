package io.tenantproof.platform;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.cluster.ServerSide;
import io.tenantproof.git.Credentials;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What is put into the cluster by hand, so that Argo CD does the rest: the repository, the
 * platform's AppProject and the root Application.
 *
 * @param client of the cluster
 * @param source what Argo CD is to read
 */
record Bootstrap(KubernetesClient client, Source source) {

  /** The root Application. */
  static final String ROOT = "platform";

  /** Applies all of it; {@code stack} is what the namespace observability is to run. */
  void apply(Path gitops, Stack stack) {
    ObjectNode project = manifest(gitops, "project.yaml");
    set(project, "/spec", "sourceRepos", List.of(source.uri()));
    ObjectNode root = manifest(gitops, "root.yaml");
    set(root, "/spec/source", "repoURL", source.uri());
    set(root, "/spec/source", "targetRevision", source.revision());
    set(
        root,
        "/spec/source/helm/valuesObject",
        "source",
        Map.of("repoURL", source.uri(), "revision", source.revision()));
    set(root, "/spec/source/helm/valuesObject", "observability", stack.values());
    List<String> apiServers = new ApiServerAddresses(client).ranges();
    set(root, "/spec/source/helm/valuesObject", "apiServers", apiServers);
    for (ObjectNode manifest : List.of(project, root)) {
      ServerSide.apply(client, JsonMapper.shared().writeValueAsString(manifest));
    }
  }

  /**
   * What the namespace observability runs by the root Application that is there: a cluster that
   * pulls its own images keeps what it has.
   */
  Optional<Stack> stack() {
    return Optional.ofNullable(
            client
                .genericKubernetesResources("argoproj.io/v1alpha1", "Application")
                .inNamespace(ArgoCd.NAMESPACE)
                .withName(ROOT)
                .get())
        .map(root -> JsonMapper.shared().<JsonNode>valueToTree(root.getAdditionalProperties()))
        .map(root -> root.at("/spec/source/helm/valuesObject/observability"))
        .filter(JsonNode::isObject)
        .map(
            one ->
                new Stack(
                    one.path("loki").asInt(),
                    one.path("logAgent").asInt(),
                    one.path("grafana").asBoolean()));
  }

  /** Lets Argo CD read a repository that asks who it is. */
  void register(Credentials reader) {
    ServerSide.apply(
        client,
        new SecretBuilder()
            .withNewMetadata()
            .withName("repository-gitops")
            .withNamespace(ArgoCd.NAMESPACE)
            .withLabels(
                Map.of(
                    "argocd.argoproj.io/secret-type",
                    "repository",
                    OwnNamespace.LABEL,
                    OwnNamespace.KIT))
            .endMetadata()
            .withStringData(
                Map.of(
                    "type", "git",
                    "url", source.uri(),
                    "username", reader.username(),
                    "password", reader.password()))
            .build());
  }

  private static ObjectNode manifest(Path gitops, String name) {
    Path file = gitops.resolve("bootstrap").resolve(name);
    return (ObjectNode) YAMLMapper.builder().build().readTree(file.toFile());
  }

  // The manifests name the git server in the cluster, so that they can be applied as they are too.
  private static void set(ObjectNode manifest, String path, String key, Object value) {
    if (manifest.at(path) instanceof ObjectNode parent) {
      parent.set(key, JsonMapper.shared().valueToTree(value));
      return;
    }
    throw new PlatformFailed("gitops/bootstrap: a manifest has no " + path);
  }
}
