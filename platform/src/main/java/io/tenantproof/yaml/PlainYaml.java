package io.tenantproof.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Walks over the parts of a YAML text, whatever is in it, until one is found that is not plain. */
final class PlainYaml {

  /** What a reason says that is about the size and not about the meaning. */
  static final String OF_A_BOMB = "is what a file of people has";

  private static final int DEEPEST = 50;

  private final String shown;
  private final Deque<Level> levels = new ArrayDeque<>();
  private int documents;

  PlainYaml(String shown) {
    this.shown = shown;
  }

  static boolean isBomb(String problem) {
    return problem.contains(OF_A_BOMB);
  }

  Optional<String> problem(String text) {
    try {
      for (Event event : new Parse(LoadSettings.builder().build()).parseString(text)) {
        Optional<String> reason = reason(event);
        if (reason.isPresent()) {
          int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
          return Optional.of("%s: line %d: %s".formatted(shown, line, reason.get()));
        }
      }
      return Optional.empty();
    } catch (YamlEngineException noYaml) {
      return Optional.empty();
    }
  }

  private Optional<String> reason(Event event) {
    if (event instanceof DocumentStartEvent && ++documents > 1) {
      return Optional.of("a second document begins; only the first would be read: remove one.");
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      return Optional.of(
          "anchors and aliases are not read alike by all programs; write the value out.");
    }
    Optional<String> reason = event instanceof NodeEvent node ? asPart(node) : Optional.empty();
    if (event instanceof CollectionStartEvent) {
      levels.push(new Level(event instanceof MappingStartEvent));
    } else if (event instanceof CollectionEndEvent) {
      levels.pop();
    }
    return levels.size() > DEEPEST
        ? Optional.of("%d levels deep; at most %d %s.".formatted(levels.size(), DEEPEST, OF_A_BOMB))
        : reason;
  }

  private Optional<String> asPart(NodeEvent node) {
    Level level = levels.peek();
    if (level == null || !level.nextIsKey()) {
      return Optional.empty();
    }
    if (!(node instanceof ScalarEvent key)) {
      return Optional.of("a key is a list or a map; expected a text.");
    }
    return level.isNew(key.getValue())
        ? Optional.empty()
        : Optional.of("the key \"%s\" is there twice; delete one.".formatted(key.getValue()));
  }

  /** A list, or a map whose keys and values take turns. */
  private static final class Level {
    private final @Nullable Set<String> keys;
    private boolean key;

    Level(boolean map) {
      keys = map ? new HashSet<>() : null;
    }

    boolean nextIsKey() {
      key = keys != null && !key;
      return key;
    }

    boolean isNew(String name) {
      return keys == null || keys.add(name);
    }
  }
}
