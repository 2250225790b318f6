package io.tenantproof.image;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Where the parts of a YAML text are. Jackson knows the place of a fault by its path, but not
 * always by its line.
 *
 * @param text the YAML
 */
record YamlLines(String text) {

  /**
   * The line of a part, from 1; of the nearest part above it where that is not in the text.
   *
   * @param path keys and, from 0, numbers of items
   */
  Optional<Integer> of(List<Object> path) {
    try {
      return new Compose(LoadSettings.builder().build())
          .composeString(text)
          .flatMap(root -> line(root, root, path));
    } catch (YamlEngineException noYaml) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> line(Node place, Node value, List<Object> path) {
    if (!path.isEmpty()) {
      List<Object> rest = path.subList(1, path.size());
      Optional<Integer> below =
          switch (value) {
            case MappingNode mapping ->
                mapping.getValue().stream()
                    .filter(entry -> isKey(entry.getKeyNode(), path.getFirst()))
                    .findFirst()
                    .flatMap(entry -> line(entry.getKeyNode(), entry.getValueNode(), rest));
            case SequenceNode sequence ->
                sequence.getValue().stream()
                    .skip(path.getFirst() instanceof Integer number ? number : 0)
                    .findFirst()
                    .flatMap(item -> line(item, item, rest));
            default -> Optional.empty();
          };
      if (below.isPresent()) {
        return below;
      }
    }
    return place.getStartMark().map(Mark::getLine).map(line -> line + 1);
  }

  private static boolean isKey(Node node, Object name) {
    return node instanceof ScalarNode key && key.getValue().equals(name);
  }
}
