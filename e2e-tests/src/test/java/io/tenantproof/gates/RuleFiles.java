package io.tenantproof.gates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The rules of Prometheus in a repository, their tests and the words on what to do about an alert.
 *
 * <p>Whether an expression is right, promtool says; here is what it does not look at.
 *
 * @param root the folder of the repository
 */
record RuleFiles(Path root) {

  static final String RULES = "gitops/charts/observability/rules";
  static final String RUNBOOK = "docs/operations.md";

  private static final Set<String> SEVERITIES = Set.of("critical", "warning");
  private static final Pattern RECORD = Pattern.compile("[a-z_]+:[a-z0-9_]+:[a-z0-9_]+");
  private static final Pattern HEADING = Pattern.compile("^#+ +(.+)$", Pattern.MULTILINE);

  /** What is wrong, with file, rule and reason; empty where all is well. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    Set<String> anchors = anchors();
    Set<String> names = new HashSet<>();
    RuleTests tests = new RuleTests();
    for (Path file : files(RULES + "/tests")) {
      JsonNode test = parsed(file, problems);
      tests.read(shown(file), test);
      checkOrder(file, test, problems);
    }
    problems.addAll(tests.problems());
    List<Path> files = files(RULES);
    if (files.isEmpty()) {
      problems.add(RULES + " holds no rules.");
    }
    for (Path file : files) {
      Rules rules = new Rules(shown(file), anchors, names, tests, problems);
      rules.check(parsed(file, problems));
    }
    Set<String> untold = new TreeSet<>(tests.alerts());
    untold.removeAll(names);
    untold.forEach(name -> problems.add("a test is about %s, which is no alert.".formatted(name)));
    return List.copyOf(problems);
  }

  // promtool evaluates groups in any order, now this way and now that one, unless it is told
  // (https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/).
  private void checkOrder(Path file, JsonNode test, List<String> problems) {
    List<String> groups = new ArrayList<>();
    for (JsonNode name : test.path("rule_files").values()) {
      Path rules = file.resolveSibling(name.asString("")).normalize();
      Yaml.read(text(rules), reason -> {})
          .path("groups")
          .values()
          .forEach(group -> groups.add(Yaml.text(group, "name")));
    }
    List<String> order =
        test.path("group_eval_order").values().stream().map(name -> name.asString("")).toList();
    if (groups.size() > 1 && !order.containsAll(groups)) {
      problems.add("%s: group_eval_order does not name all of %s.".formatted(shown(file), groups));
    }
  }

  private JsonNode parsed(Path file, List<String> problems) {
    return Yaml.read(text(file), reason -> problems.add(shown(file) + ": no YAML: " + reason));
  }

  private List<Path> files(String folder) {
    try (Stream<Path> all = Files.list(root.resolve(folder))) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " can't be read", e);
    }
  }

  private Set<String> anchors() {
    return HEADING
        .matcher(text(root.resolve(RUNBOOK)))
        .results()
        .map(heading -> anchor(heading.group(1)))
        .collect(Collectors.toUnmodifiableSet());
  }

  // As GitHub makes them.
  private static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .strip()
        .replace(' ', '-');
  }

  private String shown(Path file) {
    return root.relativize(file).toString();
  }

  private static String text(Path file) {
    return SourceTree.text(file).orElse("");
  }

  /** The rules of one file. */
  private record Rules(
      String file, Set<String> anchors, Set<String> names, RuleTests tests, List<String> problems) {

    void check(JsonNode content) {
      JsonNode groups = content.path("groups");
      if (groups.isEmpty()) {
        problems.add(file + ": no groups.");
      }
      groups.values().forEach(this::checkGroup);
    }

    private void checkGroup(JsonNode group) {
      String name = Yaml.text(group, "name");
      if (name.isBlank() || !names.add("group " + name)) {
        problems.add("%s: the group \"%s\" has no name of its own.".formatted(file, name));
      }
      for (JsonNode rule : group.path("rules").values()) {
        String alert = Yaml.text(rule, "alert");
        String shown = alert.isBlank() ? Yaml.text(rule, "record") : alert;
        if (Yaml.text(rule, "expr").isBlank()) {
          problems.add("%s: %s has no expr.".formatted(file, shown));
        }
        if (alert.isBlank()) {
          checkRecord(shown);
        } else {
          checkAlert(alert, rule);
        }
      }
    }

    private void checkRecord(String name) {
      if (!RECORD.matcher(name).matches()) {
        problems.add("%s: record %s is not called level:metric:operations.".formatted(file, name));
      }
    }

    private void checkAlert(String name, JsonNode rule) {
      if (!names.add(name)) {
        tell(name, "is there twice");
      }
      if (!SEVERITIES.contains(Yaml.text(rule.path("labels"), "severity"))) {
        tell(name, "has no severity of " + new TreeSet<>(SEVERITIES));
      }
      for (String annotation : List.of("summary", "description")) {
        if (Yaml.text(rule.path("annotations"), annotation).isBlank()) {
          tell(name, "has no " + annotation);
        }
      }
      checkRunbook(name, Yaml.text(rule.path("annotations"), "runbook"));
      tests.missing(name).forEach(missing -> tell(name, missing));
    }

    private void checkRunbook(String name, String runbook) {
      Optional<String> anchor =
          Optional.of(runbook)
              .filter(text -> text.startsWith(RUNBOOK + "#"))
              .map(text -> text.substring(RUNBOOK.length() + 1));
      if (anchor.isEmpty()) {
        tell(name, "has no runbook %s#ANCHOR".formatted(RUNBOOK));
      } else if (!anchors.contains(anchor.orElseThrow())) {
        tell(name, "names %s, and there is no such heading".formatted(runbook));
      }
    }

    private void tell(String alert, String problem) {
      problems.add("%s: alert %s %s.".formatted(file, alert, problem));
    }
  }
}
