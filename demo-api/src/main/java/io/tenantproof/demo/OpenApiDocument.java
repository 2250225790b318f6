package io.tenantproof.demo;

import io.helidon.common.LazyValue;
import io.helidon.json.JsonArray;
import io.helidon.json.JsonBoolean;
import io.helidon.json.JsonNumber;
import io.helidon.json.JsonObject;
import io.helidon.json.JsonString;
import io.helidon.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The OpenAPI document: written once, in YAML; the JSON is the same document. */
final class OpenApiDocument {

  private final LazyValue<String> yaml = LazyValue.create(() -> JarResource.text("/openapi.yaml"));
  private final LazyValue<String> json = LazyValue.create(() -> toJson(parsed()).toString());

  String yaml() {
    return yaml.get();
  }

  String json() {
    return json.get();
  }

  private Object parsed() {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml());
  }

  private static JsonValue toJson(Object node) {
    return switch (node) {
      case Map<?, ?> map -> object(map);
      case List<?> list -> JsonArray.create(list.stream().map(OpenApiDocument::toJson).toList());
      case Integer number -> JsonNumber.create(number);
      case Boolean truth -> JsonBoolean.create(truth);
      case String text -> JsonString.create(text);
      default ->
          throw new IllegalStateException("openapi.yaml holds a " + node.getClass().getName());
    };
  }

  private static JsonObject object(Map<?, ?> map) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    map.forEach((key, value) -> members.put(key.toString(), toJson(value)));
    return JsonObject.create(members);
  }
}
