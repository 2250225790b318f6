package io.tenantproof.delivery;

import io.tenantproof.yaml.YamlText;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Where image.tag and image.digest stand in a tenant's file. What can't be changed without changing
 * something else too is refused with its line.
 *
 * @param file how the file is called in messages
 * @param image the mapping
 * @param tag its value
 * @param column where its key begins
 * @param digest its value; empty where the key is not there
 */
record ImageKeys(
    String file, MappingNode image, ScalarNode tag, int column, Optional<ScalarNode> digest) {

  private static final String IMAGE = "image";
  private static final String TAG = "tag";
  private static final String DIGEST = "digest";

  /**
   * Finds them.
   *
   * @throws BadValues with file, line and cure when they can't be changed on their own
   */
  static ImageKeys of(String file, String text) {
    Node root = root(file, text);
    if (!(root instanceof MappingNode top)) {
      throw bad(file, root, "expected keys and values of a tenant, as in gitops/charts/demo-api");
    }
    NodeTuple entry =
        only(file, top, IMAGE)
            .orElseThrow(
                () ->
                    bad(
                        file,
                        root,
                        "the key \"image\" is missing; write image: and below it tag:"));
    if (!(own(file, entry) instanceof MappingNode image)) {
      throw bad(file, entry.getKeyNode(), "image has no keys; write image: and below it tag:");
    }
    NodeTuple tag =
        only(file, image, TAG)
            .orElseThrow(
                () ->
                    bad(
                        file,
                        entry.getKeyNode(),
                        "the key \"image.tag\" is missing; write tag: with the version it runs"
                            + " now"));
    return new ImageKeys(
        file,
        image,
        scalar(file, tag),
        mark(tag.getKeyNode().getStartMark()).getColumn(),
        only(file, image, DIGEST).map(one -> scalar(file, one)));
  }

  /** Where a node begins, counted in characters of the whole text. */
  static int begin(String text, Node node) {
    return text.offsetByCodePoints(0, mark(node.getStartMark()).getIndex());
  }

  /** Where a node ends. */
  static int end(String text, Node node) {
    return text.offsetByCodePoints(0, mark(node.getEndMark()).getIndex());
  }

  private static Node root(String file, String text) {
    YamlText.bomb(file, text)
        .ifPresent(
            bad -> {
              throw new BadValues(bad);
            });
    try {
      return new Compose(LoadSettings.builder().build())
          .composeString(text)
          .orElseThrow(() -> new BadValues("%s: the file is empty.".formatted(file)));
    } catch (YamlEngineException e) {
      throw new BadValues("%s: no YAML: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static Optional<NodeTuple> only(String file, MappingNode mapping, String key) {
    List<NodeTuple> found =
        mapping.getValue().stream()
            .filter(
                one -> one.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key))
            .toList();
    if (found.size() > 1) {
      throw bad(
          file,
          found.getLast().getKeyNode(),
          "the key \"%s\" is there twice, first in line %d; delete one of them"
              .formatted(key, line(found.getFirst().getKeyNode())));
    }
    return found.stream().findFirst();
  }

  private static ScalarNode scalar(String file, NodeTuple entry) {
    if (own(file, entry) instanceof ScalarNode value
        && value.getScalarStyle() != ScalarStyle.LITERAL
        && value.getScalarStyle() != ScalarStyle.FOLDED
        && !(value.isPlain() && value.getValue().isEmpty())) {
      return value;
    }
    throw bad(
        file,
        entry.getKeyNode(),
        "expected a text on the line of its key, \"\" where it is to be empty");
  }

  // An alias is the node that it stands for, which begins before the key; an anchor has readers.
  private static Node own(String file, NodeTuple entry) {
    Node value = entry.getValueNode();
    boolean alias =
        mark(value.getStartMark()).getIndex() < mark(entry.getKeyNode().getStartMark()).getIndex();
    if (alias || value.getAnchor().isPresent()) {
      throw bad(
          file,
          entry.getKeyNode(),
          "the value is %s: changing it would change other keys too; write the value out"
              .formatted(alias ? "an alias" : "an anchor that aliases read"));
    }
    return value;
  }

  private static BadValues bad(String file, Node node, String reason) {
    return new BadValues("%s: line %d: %s.".formatted(file, line(node), reason));
  }

  private static int line(Node node) {
    return mark(node.getStartMark()).getLine() + 1;
  }

  private static Mark mark(Optional<Mark> mark) {
    return mark.orElseThrow(() -> new IllegalStateException("the parser was told to mark nodes"));
  }
}
