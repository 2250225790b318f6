package io.tenantproof.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFilesTest {

  private static final String GOOD =
      """
      groups:
      - name: one
        rules:
        - record: tenant:up:sum
          expr: sum by (tenant) (up)
        - alert: TenantDown
          expr: tenant:up:sum == 0
          labels: {severity: critical}
          annotations:
            summary: It is down
            description: Look at its pods.
            runbook: docs/operations.md#tenantdown
      """;

  private static final String TESTS =
      """
      rule_files: [../one.yaml]
      tests:
      - interval: 1m
        alert_rule_test:
        - eval_time: 1m
          alertname: TenantDown
          exp_alerts: []
        - eval_time: 9m
          alertname: TenantDown
          exp_alerts:
          - exp_labels: {severity: critical, tenant: tenant-a}
      """;

  @TempDir private Path root;

  @BeforeEach
  void writesARepository() throws IOException {
    Files.createDirectories(root.resolve(RuleFiles.RULES).resolve("tests"));
    Files.createDirectories(root.resolve("docs"));
    write(RuleFiles.RUNBOOK, "# Operations\n\n### TenantDown\n\nLook.\n");
    rules(GOOD);
    tests(TESTS);
  }

  @Test
  void theKitsOwnRulesAreSound() {
    assertThat(new RuleFiles(SourceTree.find().root()).problems()).isEmpty();
  }

  @Test
  void findsNothingWrongWithAGoodRule() {
    assertThat(new RuleFiles(root).problems()).isEmpty();
  }

  @Test
  void namesTheFileThatIsNoYaml() {
    rules("groups: [\n");

    refused("gitops/charts/observability/rules/one.yaml: no YAML: ");
  }

  @Test
  void refusesAKeyThatIsThereTwice() {
    rules(GOOD.replace("summary: It is down", "summary: A\n      summary: B"));

    refused("one.yaml: no YAML: ");
  }

  @Test
  void refusesAFileWithoutGroups() {
    rules("rules: []\n");

    refused("one.yaml: no groups.");
  }

  @Test
  void refusesARuleWithoutExpression() {
    rules(GOOD.replace("expr: tenant:up:sum == 0", "expr: ''"));

    refused("one.yaml: TenantDown has no expr.");
  }

  @Test
  void refusesARecordWithAnotherKindOfName() {
    rules(GOOD.replace("record: tenant:up:sum", "record: up_by_tenant"));

    refused("record up_by_tenant is not called level:metric:operations.");
  }

  @Test
  void refusesAnAlertThatDoesNotSayHowSevereItIs() {
    rules(GOOD.replace("severity: critical", "severity: page"));

    refused("alert TenantDown has no severity of [critical, warning].");
  }

  @Test
  void refusesAnAlertThatDoesNotSayWhatToDo() {
    rules(GOOD.replace("      description: Look at its pods.\n", ""));

    refused("alert TenantDown has no description.");
  }

  @Test
  void refusesAnAlertWithoutRunbook() {
    rules(GOOD.replace("docs/operations.md#", "https://example.com/"));

    refused("alert TenantDown has no runbook docs/operations.md#ANCHOR.");
  }

  @Test
  void refusesARunbookThatIsNotWritten() {
    write(RuleFiles.RUNBOOK, "# Operations\n");

    refused("alert TenantDown names docs/operations.md#tenantdown, and there is no such heading.");
  }

  @Test
  void refusesAnAlertThatIsThereTwice() {
    write(RuleFiles.RULES + "/two.yaml", GOOD.replace("name: one", "name: two"));

    refused("two.yaml: alert TenantDown is there twice.");
  }

  @Test
  void refusesTestsOfSeveralGroupsWithoutAnOrder() {
    rules(GOOD + "- {name: two, rules: [{record: 'tenant:up:max', expr: max by (tenant) (up)}]}\n");
    refused("group_eval_order does not name all of [one, two].");

    tests("group_eval_order: [two, one]\n" + TESTS);
    assertThat(new RuleFiles(root).problems()).isEmpty();
  }

  @Test
  void refusesAnAlertThatNoTestLetsFire() {
    tests(TESTS.replaceAll("(?s)  - eval_time: 9m.*", ""));

    refused("alert TenantDown has no test in which it fires.");
  }

  @Test
  void refusesAnAlertThatNoTestKeepsSilent() {
    tests(TESTS.replace("exp_alerts: []", "exp_alerts: [{exp_labels: {tenant: tenant-b}}]"));

    refused("alert TenantDown has no test in which it does not fire.");
  }

  @Test
  void refusesAnAlertThatMayLoseItsTenant() {
    tests(TESTS.replace(", tenant: tenant-a", ""));

    refused("alert TenantDown has no test that expects its label tenant.");
  }

  @Test
  void refusesATestOfNoAlert() {
    tests(TESTS + "  - eval_time: 1m\n    alertname: TenantDwon\n    exp_alerts: []\n");

    refused("a test is about TenantDwon, which is no alert.");
  }

  private void refused(String part) {
    assertThat(new RuleFiles(root).problems()).anySatisfy(one -> assertThat(one).contains(part));
  }

  private void rules(String content) {
    write(RuleFiles.RULES + "/one.yaml", content);
  }

  private void tests(String content) {
    write(RuleFiles.RULES + "/tests/one.yaml", content);
  }

  private void write(String path, String content) {
    try {
      Files.writeString(root.resolve(path), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
