package io.tenantproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportCommandTest {

  private static final String RUN =
      """
      {"format": 1, "begin": "2026-11-24T18:00:00Z", "tookMs": 61000, "boot": [],
       "tests": [{"spec": "GitOpsIT", "name": "aRevertRollsBack", "begin": "2026-11-24T18:00:30Z",
         "tookMs": 30000, "outcome": "PASSED", "reason": "", "steps": [], "figures": []}],
       "measurements": {"series": [], "missing": []},
       "inventory": {"cluster": "verify", "components": [], "images": [], "missing": []},
       "proof": null}
      """;

  @RegisterExtension private final Printed printed = new Printed();

  @TempDir private Path folder;

  private int report(String... flags) {
    String[] words = new String[flags.length + 2];
    words[0] = "report";
    words[1] = "--folder=" + folder;
    System.arraycopy(flags, 0, words, 2, flags.length);
    return TenantProof.run(words);
  }

  private void thereIs(String json) throws IOException {
    Files.writeString(folder.resolve("run.json"), json);
  }

  @Test
  void saysWhatCameOfTheRunAndMakesItsPage() throws IOException {
    thereIs(RUN);

    assertThat(report()).isZero();

    assertThat(printed.out())
        .startsWith("Passed: 1 test: 1 passed, in 1 min 01 s.\nIsolation: no test")
        .contains("page     " + folder.resolve("index.html"));
    assertThat(folder.resolve("index.html")).content().contains("a revert rolls back");
  }

  @Test
  void aRunThatFailedIsOne() throws IOException {
    thereIs(RUN.replace("PASSED", "FAILED"));

    assertThat(report()).isEqualTo(1);

    assertThat(printed.out()).startsWith("Failed: 1 test: 1 failed");
  }

  @Test
  void programsGetJson() throws IOException {
    thereIs(RUN);

    assertThat(report("--json")).isZero();

    JsonNode facts = JsonMapper.shared().readTree(printed.out());
    assertThat(facts.path("good").asBoolean()).isTrue();
    assertThat(facts.path("page").asString()).isEqualTo(folder.resolve("index.html").toString());
    assertThat(facts.at("/counts/PASSED").asInt()).isEqualTo(1);
  }

  @Test
  void whereThereIsNoneItSaysWhatToDo() {
    assertThat(report()).isEqualTo(1);

    assertThat(printed.err()).contains("found none", "make verify");
    assertThat(folder).isEmptyDirectory();
  }
}
