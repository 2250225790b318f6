package io.tenantproof.gates;

import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** YAML as a tree, anchors and aliases followed. */
final class Yaml {

  private Yaml() {}

  /** The document; missing where there is none, with the reason told where it does not parse. */
  static JsonNode read(String text, Consumer<String> problem) {
    try {
      LoadSettings strict = LoadSettings.builder().setAllowDuplicateKeys(false).build();
      Object document = new Load(strict).loadFromString(text);
      return document == null
          ? MissingNode.getInstance()
          : JsonMapper.shared().valueToTree(document);
    } catch (YamlEngineException e) {
      problem.accept(e.getMessage());
      return MissingNode.getInstance();
    }
  }

  /** The text under a key; empty where there is none. */
  static String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isString() ? value.asString() : "";
  }
}
