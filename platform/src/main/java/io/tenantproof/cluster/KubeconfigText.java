package io.tenantproof.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The text of a kubeconfig. */
final class KubeconfigText {

  private static final YAMLMapper YAML = YAMLMapper.builder().build();

  private KubeconfigText() {}

  /**
   * The context that is used, by name: the one that is wanted, or the file's current one.
   *
   * @throws ClusterUnavailable when there is none, or none of that name
   */
  static String context(JsonNode kubeconfig, Path file, Optional<String> wanted) {
    String name =
        wanted
            .or(
                () ->
                    Optional.of(kubeconfig.path("current-context").asString(""))
                        .filter(current -> !current.isEmpty()))
            .orElseThrow(
                () ->
                    new ClusterUnavailable(
                        "%s has no current context; name one with TENANTPROOF_CONTEXT."
                            .formatted(file)));
    List<String> names =
        kubeconfig
            .path("contexts")
            .valueStream()
            .map(one -> one.path("name").asString(""))
            .toList();
    if (!names.contains(name)) {
      throw new ClusterUnavailable(
          "%s has no context \"%s\"; it has %s."
              .formatted(file, name, names.stream().sorted().toList()));
    }
    return name;
  }

  /**
   * The same kubeconfig with another current context, and with files named so that it can lie in
   * another folder.
   *
   * @param folder that relative file names are relative to
   */
  static String withContext(String kubeconfig, String context, Path folder) {
    JsonNode root = YAML.readTree(kubeconfig);
    if (root instanceof ObjectNode all) {
      all.put("current-context", context);
    }
    for (JsonNode cluster : root.path("clusters")) {
      absolute(cluster.path("cluster"), folder, "certificate-authority");
    }
    for (JsonNode user : root.path("users")) {
      absolute(user.path("user"), folder, "client-certificate");
      absolute(user.path("user"), folder, "client-key");
      absolute(user.path("user"), folder, "tokenFile");
    }
    return YAML.writeValueAsString(root);
  }

  private static void absolute(JsonNode parent, Path folder, String key) {
    if (parent instanceof ObjectNode object && object.path(key).isString()) {
      object.put(key, folder.resolve(object.path(key).asString()).toString());
    }
  }

  /** The same kubeconfig with its cluster at another address. */
  static String withServer(String kubeconfig, String server) {
    JsonNode root = YAML.readTree(kubeconfig);
    if (root.at("/clusters/0/cluster") instanceof ObjectNode cluster) {
      cluster.put("server", server);
      return YAML.writeValueAsString(root);
    }
    throw new ClusterUnavailable("the kubeconfig of the node names no cluster");
  }
}
