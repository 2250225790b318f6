package io.tenantproof.gates;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What promtool's tests say about alerts: which are expected to fire, and which not to. */
final class RuleTests {

  private final Set<String> firing = new HashSet<>();
  private final Set<String> silent = new HashSet<>();
  private final Set<String> withTenant = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  /** Reads one file of tests. */
  void read(String file, JsonNode content) {
    if (content.path("tests").isEmpty()) {
      problems.add(file + ": no tests.");
    }
    for (JsonNode test : content.path("tests").values()) {
      test.path("alert_rule_test").values().forEach(this::readExpectation);
    }
  }

  /** What is wrong with the tests themselves. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** The alerts that tests are about. */
  Set<String> alerts() {
    Set<String> all = new HashSet<>(firing);
    all.addAll(silent);
    return all;
  }

  /** What no test shows of an alert. */
  List<String> missing(String alert) {
    List<String> missing = new ArrayList<>();
    if (!firing.contains(alert)) {
      missing.add("has no test in which it fires");
    } else if (!withTenant.contains(alert)) {
      missing.add("has no test that expects its label tenant");
    }
    if (!silent.contains(alert)) {
      missing.add("has no test in which it does not fire");
    }
    return missing;
  }

  private void readExpectation(JsonNode expectation) {
    String alert = Yaml.text(expectation, "alertname");
    JsonNode expected = expectation.path("exp_alerts");
    if (expected.isEmpty()) {
      silent.add(alert);
      return;
    }
    firing.add(alert);
    if (expected.values().stream()
        .noneMatch(one -> Yaml.text(one.path("exp_labels"), "tenant").isBlank())) {
      withTenant.add(alert);
    }
  }
}
