package io.tenantproof.platform;

import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.tenantproof.argocd.ArgoCd;
import io.tenantproof.git.Credentials;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  private static final PatchContext SERVER_SIDE =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager("tenantproof")
          .withForce(true)
          .build();

  void apply(Path gitops) {
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
    for (ObjectNode manifest : List.of(project, root)) {
      client.resource(JsonMapper.shared().writeValueAsString(manifest)).patch(SERVER_SIDE);
    }
  }

  /** Lets Argo CD read a repository that asks who it is. */
  void register(Credentials reader) {
    client
        .resource(
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
                .build())
        .patch(SERVER_SIDE);
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
