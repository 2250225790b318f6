package io.tenantproof.http;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of an answer, read leniently: what is not there is empty. */
public final class Json {

  private Json() {}

  /**
   * The answer as JSON.
   *
   * @throws RequestFailed when it is none
   */
  public static JsonNode of(Reply reply) {
    try {
      return JsonMapper.shared().readTree(reply.body());
    } catch (JacksonException e) {
      throw reply.failure("no JSON: " + shortened(reply.body()));
    }
  }

  /** Maps, lists and texts as JSON. */
  public static String write(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }

  /** The elements of an array. */
  public static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** The texts of an array. */
  public static List<String> texts(JsonNode array) {
    return elements(array).map(JsonNode::asString).toList();
  }

  /** An object of texts, as labels are. */
  public static Map<String, String> labels(JsonNode object) {
    Map<String, String> labels = new TreeMap<>();
    object.properties().forEach(one -> labels.put(one.getKey(), one.getValue().asString()));
    return labels;
  }

  /** A text of an object; empty where it is not there. */
  public static String text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.isString() ? value.asString() : "";
  }

  private static String shortened(String text) {
    int longest = 500;
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }
}
