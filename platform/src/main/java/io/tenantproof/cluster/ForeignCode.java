package io.tenantproof.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a kubeconfig makes its reader do for the credentials of a user: start a program, or send the
 * content of a file to the cluster. Whoever wrote the kubeconfig chose both.
 *
 * @param kubeconfig its content
 * @param file where it was read
 * @param allowed whether programs may be started
 */
record ForeignCode(JsonNode kubeconfig, Path file, boolean allowed) {

  private static final int LONGEST_TOKEN = 64 * 1024;
  private static final int LONGEST_SHOWN = 300;
  // RFC 6750, section 2.1.
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9\\-._~+/]+=*\\s*");

  /**
   * Refuses a context whose user gets credentials in such a way.
   *
   * @throws ClusterUnavailable with what would be started and how to allow it; nothing was started
   */
  void refuse(String context) {
    for (JsonNode user : users(context)) {
      for (String key : List.of("exec", "auth-provider")) {
        below(user, key)
            .findFirst()
            .filter(none -> !allowed)
            .ifPresent(one -> refuse(context, key, one));
      }
      below(user, "tokenFile").forEach(one -> refuseOtherThanToken(context, one.asString()));
    }
  }

  private void refuse(String context, String key, JsonNode one) {
    throw new ClusterUnavailable(
        "The context \"%s\" of %s gets its credentials from a program (%s): %s. A kubeconfig of somebody else could start anything so: look at it, and if that is what you want, allow it with TENANTPROOF_KUBECONFIG_EXEC=allow."
            .formatted(context, file, key, shortened(program(one))));
  }

  private void refuseOtherThanToken(String context, String name) {
    Path token = Objects.requireNonNull(file.toAbsolutePath().getParent()).resolve(name);
    try {
      if (Files.isRegularFile(token)
          && Files.size(token) <= LONGEST_TOKEN
          && TOKEN.matcher(Files.readString(token)).matches()) {
        return;
      }
    } catch (IOException unreadable) {
      // Said below: what can't be read as a text is no token.
    }
    throw new ClusterUnavailable(
        "The context \"%s\" of %s sends the file %s to the cluster as its token, and that holds none."
            .formatted(context, file, shortened(name)));
  }

  // Of two of one name every reader takes the one it likes.
  private List<JsonNode> users(String context) {
    List<String> names =
        named("contexts", context::equals)
            .map(one -> one.path("context").path("user").asString(""))
            .toList();
    return named("users", names::contains).toList();
  }

  private Stream<JsonNode> named(String list, Predicate<String> name) {
    return kubeconfig
        .path(list)
        .valueStream()
        .filter(one -> name.test(one.path("name").asString("")));
  }

  // At any depth and in any case, as readers differ in what they take for the key.
  private static Stream<JsonNode> below(JsonNode node, String key) {
    List<JsonNode> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (entry.getKey().toLowerCase(Locale.ROOT).equals(key.toLowerCase(Locale.ROOT))
          && !entry.getValue().isNull()) {
        found.add(entry.getValue());
      }
    }
    return Stream.concat(found.stream(), node.valueStream().flatMap(inner -> below(inner, key)));
  }

  private static String program(JsonNode one) {
    List<String> words = new ArrayList<>();
    Optional.of(one.path("command").asString(""))
        .filter(command -> !command.isEmpty())
        .ifPresent(words::add);
    one.path("args").valueStream().map(word -> word.asString("")).forEach(words::add);
    return words.isEmpty() ? one.toString() : String.join(" ", words);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
  }
}
