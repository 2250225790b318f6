package io.tenantproof.gates;

import com.marcnuri.helm.TemplateCommand;
import io.tenantproof.file.FileTree;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a chart makes.
 *
 * @param objects in the chart's order
 */
record Rendered(List<JsonNode> objects) {

  /** Copies what it is given. */
  Rendered {
    objects = List.copyOf(objects);
  }

  /** Renders a chart. */
  static Rendered by(TemplateCommand command) {
    Load strict = new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build());
    return new Rendered(
        StreamSupport.stream(strict.loadAllFromString(command.call()).spliterator(), false)
            .map(document -> JsonMapper.shared().<JsonNode>valueToTree(document))
            .filter(JsonNode::isObject)
            .toList());
  }

  /** Copies a chart of the repository to a folder, with what its links lead to. */
  static Path copied(String chart, Path folder) {
    // Of a link Helm would tell, at each look.
    new FileTree(SourceTree.find().root().resolve(chart)).copyWithoutLinksTo(folder);
    return folder;
  }

  /** The objects of a kind. */
  List<JsonNode> of(String kind) {
    return objects.stream().filter(one -> Yaml.text(one, "kind").equals(kind)).toList();
  }

  /** The object of a kind and a name. */
  JsonNode one(String kind, String name) {
    return of(kind).stream()
        .filter(one -> name(one).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "expected the %s %s, found %s"
                        .formatted(kind, name, of(kind).stream().map(Rendered::name).toList())));
  }

  /** The name of an object. */
  static String name(JsonNode object) {
    return Yaml.text(object.path("metadata"), "name");
  }
}
