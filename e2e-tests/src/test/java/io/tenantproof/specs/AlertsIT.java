package io.tenantproof.specs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.junit.OnPlatform;
import io.tenantproof.junit.Quick;
import io.tenantproof.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claim: every alert fires when it should and only then, and Prometheus evaluates all of them. */
@OnPlatform
class AlertsIT {

  private static final String RULES = "gitops/charts/observability/rules";

  @Quick
  @Test
  void everyRuleIsEvaluatedWithoutAnError(Scenario scenario) {
    scenario.isSettled();

    scenario.becomes(
        "all rules are evaluated and well",
        () ->
            !scenario.metrics().rules().isEmpty()
                && scenario.metrics().rules().stream()
                    .allMatch(rule -> rule.health().equals("ok")));
  }

  @Quick
  @Test
  void everyAlertFiresInItsTestsAndStaysSilentInItsTests(Scenario scenario) throws IOException {
    Path rules = scenario.kitFile(RULES);

    scenario.observability().promtool(rules, Stream.concat(check(), files(rules, ".")).toList());
    String printed =
        scenario
            .observability()
            .promtool(rules, Stream.concat(test(), files(rules, "tests")).toList());

    assertThat(printed).contains("SUCCESS").doesNotContain("FAILED");
  }

  @Test
  void aRuleThatNeverFiresIsSeenByTheTests(Scenario scenario, @TempDir Path broken)
      throws IOException {
    Files.createDirectories(broken.resolve("tests"));
    Files.writeString(
        broken.resolve("targets.yaml"),
        Files.readString(scenario.kitFile(RULES + "/targets.yaml")).replace("== 0", "== 2"));
    Files.copy(
        scenario.kitFile(RULES + "/tests/targets.yaml"), broken.resolve("tests/targets.yaml"));

    assertThatThrownBy(
            () ->
                scenario
                    .observability()
                    .promtool(
                        broken, Stream.concat(test(), Stream.of("tests/targets.yaml")).toList()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("TenantTargetDown");
  }

  private static Stream<String> check() {
    return Stream.of("check", "rules");
  }

  private static Stream<String> test() {
    return Stream.of("test", "rules");
  }

  // Named as promtool finds them: from the folder of the rules.
  private static Stream<String> files(Path rules, String folder) throws IOException {
    try (Stream<Path> files = Files.list(rules.resolve(folder))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> rules.relativize(file).normalize().toString())
          .sorted()
          .toList()
          .stream();
    }
  }
}
