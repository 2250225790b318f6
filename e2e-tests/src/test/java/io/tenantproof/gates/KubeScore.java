package io.tenantproof.gates;

import io.tenantproof.command.Command;
import io.tenantproof.command.CommandFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * kube-score of the version and the checksums that its Go module here has; the go command builds it
 * once and then takes it from its cache.
 *
 * @param module folder of go.mod
 */
record KubeScore(Path module) {

  /** Checks that are asked for beyond those that kube-score runs by itself. */
  static final List<String> OPTIONAL =
      List.of("container-seccomp-profile", "container-ports-check");

  private static final Duration DEADLINE = Duration.ofMinutes(10);
  private static final int FINE = 10;

  /** That of the repository. */
  static KubeScore ofTheRepository() {
    return new KubeScore(SourceTree.find().root().resolve("e2e-tests/kube-score"));
  }

  /** Why it can't run on this machine; empty where it can. */
  Optional<String> missing() {
    try {
      go("version").run();
    } catch (CommandFailed none) {
      return Optional.of("kube-score needs Go 1.24 or newer on the PATH: " + none.getMessage());
    }
    try {
      go("mod", "download").run();
      return Optional.empty();
    } catch (CommandFailed failed) {
      String why = String.valueOf(failed.getMessage());
      // Other bytes than go.sum has are no reason to look away.
      if (why.contains("checksum") || why.contains("go.sum")) {
        throw failed;
      }
      return Optional.of("kube-score's Go modules can't be had: " + why);
    }
  }

  /** The ids of the checks that it runs. */
  List<String> checks() {
    return go("tool", "kube-score", "list").run().stream()
        .map(line -> line.split(",", -1))
        .filter(line -> line[line.length - 1].equals("default") || OPTIONAL.contains(line[0]))
        .map(line -> line[0])
        .toList();
  }

  /** What it finds wrong with the objects, one finding an object and check. */
  List<ScoreFinding> findings(List<JsonNode> objects) {
    try {
      // JSON is YAML, and kube-score reads a stream of documents.
      Path file = Files.createTempFile("objects", ".yaml");
      try {
        Files.writeString(
            file, objects.stream().map(JsonNode::toString).collect(Collectors.joining("\n---\n")));
        return found(printed(file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the objects can't be written for kube-score", e);
    }
  }

  // It ends with 1 where it finds something: the JSON before that is what counts.
  private String printed(Path file) {
    List<String> words = new ArrayList<>(List.of("tool", "kube-score", "score"));
    words.addAll(List.of("--output-format", "json", "--kubernetes-version", "v1.34"));
    OPTIONAL.forEach(check -> words.addAll(List.of("--enable-optional-test", check)));
    words.add(file.toString());
    List<String> lines = new ArrayList<>();
    try {
      go(words.toArray(String[]::new)).run(lines::add);
    } catch (CommandFailed failed) {
      if (lines.isEmpty() || !lines.getFirst().equals("[")) {
        throw failed;
      }
    }
    // What the go command itself says of the exit code comes last.
    return String.join("\n", lines.subList(0, lines.lastIndexOf("]") + 1));
  }

  private static List<ScoreFinding> found(String json) {
    return JsonMapper.shared().readTree(json).valueStream().flatMap(KubeScore::found).toList();
  }

  private static Stream<ScoreFinding> found(JsonNode object) {
    JsonNode meta = object.path("object_meta");
    String namespace = Yaml.text(meta, "namespace");
    String name =
        "%s %s%s"
            .formatted(
                Yaml.text(object.path("type_meta"), "kind"),
                namespace.isEmpty() ? "" : namespace + "/",
                Yaml.text(meta, "name"));
    return object
        .path("checks")
        .valueStream()
        .filter(check -> !check.path("skipped").asBoolean() && check.path("grade").asInt() < FINE)
        .map(check -> new ScoreFinding(name, Yaml.text(check.path("check"), "id"), words(check)));
  }

  private static String words(JsonNode check) {
    return check
        .path("comments")
        .valueStream()
        .map(one -> (Yaml.text(one, "path") + " " + Yaml.text(one, "summary")).strip())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private Command go(String... words) {
    List<String> all = new ArrayList<>(List.of("go"));
    all.addAll(List.of(words));
    return Command.of(all).in(module).within(DEADLINE);
  }
}
