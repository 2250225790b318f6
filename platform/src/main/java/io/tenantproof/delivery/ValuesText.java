package io.tenantproof.delivery;

import io.tenantproof.image.PinnedImage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The text of a tenant's file. Its image is changed where it stands; every other character stays as
 * somebody wrote it.
 *
 * @param file how the file is called in messages
 * @param text what is in it
 */
record ValuesText(String file, String text) {

  // What no reader of YAML takes for a number, a date or a truth value.
  private static final Pattern PLAIN =
      Pattern.compile("v?[0-9]+\\.[0-9]+\\.[0-9]+([.-][A-Za-z0-9.-]*)?|sha256:[0-9a-f]{64}");

  /**
   * What a tenant runs.
   *
   * @param repository of its image; empty where the chart says it
   * @param tag its version
   * @param digest empty where the tag alone says which one
   */
  record Pin(Optional<String> repository, String tag, Optional<String> digest) {

    @Override
    public String toString() {
      return tag + digest.map(one -> "@" + one).orElse("");
    }
  }

  /**
   * What it names now.
   *
   * @throws BadValues with file, line and cure when that can't be told or changed
   */
  Pin pin() {
    ImageKeys keys = ImageKeys.of(file, text);
    return new Pin(
        Optional.ofNullable(image(text).get("repository")).map(Object::toString),
        keys.tag().getValue(),
        keys.digest().map(ScalarNode::getValue).filter(value -> !value.isEmpty()));
  }

  /**
   * The text with another image; the same text where it names that one already.
   *
   * @throws BadValues with file, line and cure when it can't be changed alone
   */
  String with(PinnedImage wanted) {
    Pin now = pin();
    if (now.tag().equals(wanted.name().tag()) && now.digest().equals(wanted.digest())) {
      return text;
    }
    ImageKeys keys = ImageKeys.of(file, text);
    boolean flow = keys.image().getFlowStyle() == FlowStyle.FLOW;
    String digest = wanted.digest().orElse("");
    String tag = written(wanted.name().tag(), keys.tag(), flow);
    // From the back, so that what was found further in front stays where it is.
    String changed =
        keys.digest().isPresent()
            ? bothReplaced(keys, tag, written(digest, keys.digest().get(), flow))
            : replaced(withNewDigest(keys, digest, flow), keys.tag(), tag);
    requireNothingElse(changed, wanted);
    return changed;
  }

  private String bothReplaced(ImageKeys keys, String tag, String digest) {
    ScalarNode second = keys.digest().orElseThrow();
    boolean tagFirst = ImageKeys.begin(text, keys.tag()) < ImageKeys.begin(text, second);
    return tagFirst
        ? replaced(replaced(text, second, digest), keys.tag(), tag)
        : replaced(replaced(text, keys.tag(), tag), second, digest);
  }

  private String withNewDigest(ImageKeys keys, String digest, boolean flow) {
    if (digest.isEmpty()) {
      return text;
    }
    int tagEnd = ImageKeys.end(text, keys.tag());
    if (flow) {
      return inserted(tagEnd, ", digest: \"%s\"".formatted(digest));
    }
    int newline = text.indexOf('\n', tagEnd);
    boolean dos = newline > 0 && text.charAt(newline - 1) == '\r';
    int lineEnd = newline < 0 ? text.length() : dos ? newline - 1 : newline;
    return inserted(
        lineEnd, (dos ? "\r\n" : "\n") + " ".repeat(keys.column()) + "digest: " + digest);
  }

  private String inserted(int at, String more) {
    return text.substring(0, at) + more + text.substring(at);
  }

  private String replaced(String changed, ScalarNode node, String value) {
    return changed.substring(0, ImageKeys.begin(text, node))
        + value
        + changed.substring(ImageKeys.end(text, node));
  }

  // In the quotes that were there; without quotes only where it stays a text for every reader.
  private static String written(String value, ScalarNode old, boolean flow) {
    if (old.getScalarStyle() == ScalarStyle.SINGLE_QUOTED) {
      return "'" + value + "'";
    }
    boolean plain =
        old.getScalarStyle() == ScalarStyle.PLAIN
            && PLAIN.matcher(value).matches()
            && !(flow && value.contains(":"));
    return plain ? value : "\"" + value + "\"";
  }

  // The parser has the last word: all but the two keys means what it meant.
  private void requireNothingElse(String changed, PinnedImage wanted) {
    Map<Object, Object> expected = new HashMap<>(document(text));
    Map<Object, Object> image = new HashMap<>(image(text));
    image.put("tag", wanted.name().tag());
    if (wanted.digest().isPresent() || image.containsKey("digest")) {
      image.put("digest", wanted.digest().orElse(""));
    }
    expected.put("image", image);
    if (!document(changed).equals(expected)) {
      throw new BadValues(
          "%s: image.tag and image.digest can't be changed without changing the rest; write them as two plain lines below image:."
              .formatted(file));
    }
  }

  private static Map<?, ?> image(String yaml) {
    return document(yaml).get("image") instanceof Map<?, ?> image ? image : Map.of();
  }

  private static Map<?, ?> document(String yaml) {
    return new Load(LoadSettings.builder().build()).loadFromString(yaml) instanceof Map<?, ?> all
        ? all
        : Map.of();
  }
}
