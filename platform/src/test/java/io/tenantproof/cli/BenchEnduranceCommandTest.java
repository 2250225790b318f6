package io.tenantproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantproof.endurance.StandInKit;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchEnduranceCommandTest {

  @RegisterExtension private final Printed printed = new Printed();

  @TempDir private Path home;

  private StandInKit kit;

  @BeforeEach
  void thereIsAKit() {
    kit = StandInKit.in(home);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--runs=0 | --runs: expected a number from 1 to 10000, found 0.",
        "--runs=some | --runs",
        "--deadline=0 | --deadline: expected minutes, at least 1, found 0.",
        "--spec=GitOpIT | there is no spec GitOpIT (did you mean GitOpsIT?). Known: GitOpsIT.",
        "--provider=kubeconfig | clusters of the kit's own",
        "--run=3 | --run=3"
      })
  void wrongUsageIsRefusedBeforeAnythingRuns(String flag, String told) {
    assertThat(TenantProof.run("bench", "endurance", "--home=" + home, flag)).isEqualTo(2);

    assertThat(printed.err()).contains(told);
    assertThat(home.resolve("target")).doesNotExist();
  }

  @Test
  void goodRunsAreATable() throws Exception {
    var _ = kit.maven("report passed\n");

    Ended ended = ended(command("--runs=3"));

    assertThat(ended.text())
        .contains("run result seconds tests failed skipped", "not measured after run 1: engine:")
        .contains("figures  " + home.resolve("target/endurance/endurance.json"));
    // Other programs of this machine may open a port or a temporary folder meanwhile.
    assertThat(ended.text()).contains("3 runs: nothing failed, ");
    assertThat(ended.code()).isEqualTo(ended.text().contains("nothing grew") ? 0 : 1);
  }

  @Test
  void aFlakeIsToldAndProgramsGetJson() throws Exception {
    var _ = kit.maven("[ -e once ] && report passed || { touch once; report failed; exit 1; }\n");

    Ended ended = ended(command("--runs=2", "--json", "--fresh"));

    JsonNode json = JsonMapper.shared().readTree(ended.text());
    assertThat(ended.code()).isEqualTo(1);
    assertThat(json.at("/good").asBoolean()).isFalse();
    assertThat(json.at("/fresh").asBoolean()).isTrue();
    assertThat(json.at("/flakes/0/test").asString()).isEqualTo("GitOpsIT.aRevertRollsBack");
    assertThat(Files.readString(home.resolve("target/endurance/endurance.json")))
        .isEqualToIgnoringWhitespace(ended.text());
  }

  @Test
  void anInterruptEndsMavenInOrderAndShowsWhatWasSeen() throws Exception {
    var _ =
        kit.maven(
            """
            [ -e once ] || { touch once; report passed; exit 0; }
            trap 'echo away >removed; exit 143' TERM
            touch begun
            while :; do sleep 0.1 || true; done
            """);
    Process jvm = command("--runs=5").start();
    try (BufferedReader lines = jvm.inputReader()) {
      Awaitility.await("the second run")
          .atMost(Duration.ofSeconds(60))
          .until(() -> Files.exists(home.resolve("begun")));

      jvm.toHandle().destroy();

      assertThat(jvm.waitFor(40, TimeUnit.SECONDS)).as("the command ended").isTrue();
      assertThat(String.join("\n", lines.readAllLines()))
          .contains("1 of 5 runs (it was interrupted): nothing failed");
    } finally {
      jvm.descendants().forEach(ProcessHandle::destroyForcibly);
      jvm.destroyForcibly();
    }
    assertThat(home.resolve("removed")).hasContent("away");
    assertThat(home.resolve("target/endurance/endurance.json"))
        .content()
        .contains("it was interrupted");
  }

  private record Ended(int code, String text) {}

  private static Ended ended(ProcessBuilder command) throws IOException, InterruptedException {
    Process jvm = command.start();
    try (BufferedReader lines = jvm.inputReader()) {
      String text = String.join("\n", lines.readAllLines());
      assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).as("the command ended").isTrue();
      return new Ended(jvm.exitValue(), text);
    } finally {
      jvm.destroyForcibly();
    }
  }

  // In a JVM of its own, for which there is no engine, and no cache but an empty one.
  private ProcessBuilder command(String... flags) {
    List<String> words =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                TenantProof.class.getName(),
                "bench",
                "endurance",
                "--home=" + home,
                "--cache=" + home.resolve("cache")));
    words.addAll(List.of(flags));
    ProcessBuilder command =
        new ProcessBuilder(words).redirectError(home.resolve("errors").toFile());
    command.environment().put("DOCKER_HOST", "tcp://127.0.0.1:1");
    return command;
  }
}
