package io.tenantproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class EverydayCommandsTest {

  @TempDir private Path folder;
  @RegisterExtension private final Printed printed = new Printed();

  @Test
  void aTenantIsAddedListedAndRemoved() throws IOException {
    kit();

    assertThat(run("tenant", "add", "tenant-c", "--environment=staging")).isZero();
    assertThat(printed.out())
        .startsWith("gitops/tenants/tenant-c-values.yaml is written: 2 pods of")
        .contains("Next: commit it, then `make demo`");
    printed.reset();
    assertThat(run("tenant", "list", "--json")).isZero();
    assertThat(JsonMapper.shared().readTree(printed.out()).at("/tenants/2/name").asString())
        .isEqualTo("tenant-c");
    printed.reset();
    assertThat(run("tenant", "remove", "tenant-c")).isZero();
    assertThat(printed.out()).contains("Argo CD prunes", "the namespace tenant-c", "Kept", "7d");
    assertThat(folder.resolve("gitops/tenants/tenant-c-values.yaml")).doesNotExist();
  }

  @Test
  void aTenantThatCannotBeIsAFailureThatChangesNothing() throws IOException {
    kit();

    assertThat(run("tenant", "add", "Tenant", "--environment=staging")).isEqualTo(1);
    assertThat(run("tenant", "remove", "tenant-x")).isEqualTo(1);
    assertThat(run("tenant", "add", "tenant-c")).as("no environment").isEqualTo(2);
    assertThat(run("tenant")).isEqualTo(2);

    assertThat(printed.err())
        .contains("/tenantName: found \"Tenant\"", "did you mean tenant-a or tenant-b?")
        .doesNotContain("\tat ");
    assertThat(run("tenant", "list")).isZero();
    assertThat(printed.out().lines()).hasSize(2);
  }

  @Test
  void withoutAClusterEachSaysHowToNameOne() throws IOException {
    kit();
    for (List<String> words :
        List.of(List.of("status"), List.of("logs", "tenant-a"), List.of("open"))) {
      String[] all = words.toArray(new String[words.size() + 2]);
      all[words.size()] = "--provider=kubeconfig";
      all[words.size() + 1] = "--kubeconfig=" + folder.resolve("absent");

      assertThat(run(all)).as(words.getFirst()).isEqualTo(1);
    }

    assertThat(printed.err().lines().filter(line -> !line.isBlank()))
        .hasSize(3)
        .allMatch(line -> line.endsWith("name another with TENANTPROOF_KUBECONFIG."));
  }

  @Test
  void wrongValuesOfLogsAreWrongUsage() {
    assertThat(TenantProof.run("logs", "tenant-a", "--since=5")).isEqualTo(2);
    assertThat(printed.err())
        .contains("expected a number with s, m, h or d, as in 5m, found \"5\"");
    assertThat(TenantProof.run("logs", "tenant-a", "--lines=0")).isEqualTo(2);
    assertThat(printed.err()).contains("--lines: expected a number from 1 to 5000, found 0.");
    assertThat(TenantProof.run("logs")).isEqualTo(2);
  }

  @Test
  void theShellLearnsEveryCommand() {
    assertThat(TenantProof.run("completion")).isZero();

    assertThat(printed.out())
        .contains("complete -F _complete_tenantproof -o default tenantproof", "--port-base");
    assertThat(TenantProof.commands().getSubcommands().keySet())
        .allSatisfy(name -> assertThat(printed.out()).contains(name));
  }

  @Test
  void theHelpOfEveryCommandTellsItsExitCodes() {
    helped(TenantProof.commands());
  }

  @Test
  void theHelpOfACommandTellsItsOwnOptionsAndTheWholesEachSetting() {
    assertThat(TenantProof.run("logs", "--help")).isZero();
    assertThat(printed.out())
        .contains("--since", "--contains", "--help", "`tenantproof --help` lists them")
        .doesNotContain("--port-base");
    printed.reset();
    assertThat(TenantProof.run("promote", "--help")).isZero();
    assertThat(printed.out()).contains("--dry-run", "--tenant", "--forge");
    printed.reset();
    assertThat(TenantProof.run("--help")).isZero();
    assertThat(printed.out()).contains("--port-base");
    assertThat(TenantProof.run("logs", "tenant-a", "--port-base=x", "--since=5"))
        .as("a setting is a flag of a command all the same")
        .isEqualTo(2);
    assertThat(printed.err()).contains("found \"5\"").doesNotContain("Unknown option");
  }

  @Test
  void theStoryIsPlayedWhenItIsAskedForOrNotWhenItIsRefused() {
    assertThat(story("demo", "--story")).isTrue();
    assertThat(story("demo", "--no-story")).isFalse();
    assertThat(story("demo", "--step")).as("left to whether the platform is new").isNull();
  }

  private static @Nullable Boolean story(String... words) {
    return TenantProof.commands().parseArgs(words).subcommand().matchedOptionValue("--story", null);
  }

  private static void helped(CommandLine command) {
    assertThat(command.getUsageMessage(CommandLine.Help.Ansi.OFF))
        .as(command.getCommandName())
        .contains("Exit codes:", "  0   ", "  1   ", "  2   wrong usage or setting");
    command.getSubcommands().values().forEach(EverydayCommandsTest::helped);
  }

  private int run(String... words) {
    String[] all = java.util.Arrays.copyOf(words, words.length + 1);
    all[words.length] = "--home=" + folder;
    return TenantProof.run(all);
  }

  private void kit() throws IOException {
    for (String file :
        List.of(
            "platform/images/catalogue.yaml",
            "gitops/charts/demo-api/values.yaml",
            "gitops/charts/demo-api/values.schema.json",
            "gitops/charts/observability/values.yaml",
            "gitops/tenants/tenant-a-values.yaml",
            "gitops/tenants/tenant-b-values.yaml")) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.copy(Path.of("..", file), folder.resolve(file));
    }
  }
}
