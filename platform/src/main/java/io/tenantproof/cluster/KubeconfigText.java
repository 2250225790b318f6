package io.tenantproof.cluster;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The text of a kubeconfig. */
final class KubeconfigText {

  private static final YAMLMapper YAML = YAMLMapper.builder().build();

  private KubeconfigText() {}

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
