package io.tenantproof.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantproof.progress.Progress;
import io.tenantproof.report.RunFolder;
import io.tenantproof.run.BootStep;
import io.tenantproof.run.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class RunRecorderTest {

  @TempDir private Path folder;

  private final Clock clock = Clock.systemUTC();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private RunRecorder recorder(Path path) {
    return new RunRecorder(
        new RunFolder(path), clock, new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private Ongoing test(String name) {
    return new Ongoing(new TestName("GitOpsIT", name), clock);
  }

  @Test
  void writesWhatCameOfTheRun() {
    try (RunRecorder recorder = recorder(folder)) {
      try (Progress.Step step = recorder.booting(Progress.silent()).begin("images")) {
        step.done("9 images");
      }
      recorder.add(test("aRevertRollsBack").result(Optional.empty()));
      Ongoing failed = test("driftIsHealed");
      failed.dumped("GitOpsIT/driftIsHealed");
      recorder.add(failed.result(Optional.of(new AssertionError("it was not"))));
      recorder.add(
          test("noGrafana")
              .result(
                  Optional.of(new TestAbortedException("Assumption failed: SKIPPED: no image"))));
    }

    Run run = new RunFolder(folder).read();
    assertThat(run.boot())
        .extracting(BootStep::name, BootStep::said)
        .containsExactly(tuple("images", "9 images"));
    assertThat(run.tests())
        .extracting(
            one -> "%s %s %s %s".formatted(one.name(), one.outcome(), one.reason(), one.dump()))
        .containsExactly(
            "aRevertRollsBack PASSED  Optional.empty",
            "driftIsHealed FAILED it was not Optional[../dumps/GitOpsIT/driftIsHealed]",
            "noGrafana SKIPPED no image Optional.empty");
    assertThat(printed())
        .contains("Failed: 3 tests: 1 failed, 1 skipped, 1 passed")
        .contains("Report: " + folder.resolve("index.html"));
  }

  @Test
  void aPlatformThatDidNotComeUpIsAReportToo() {
    try (RunRecorder recorder = recorder(folder)) {
      Progress progress = recorder.booting(Progress.silent());
      try (Progress.Step step = progress.begin("cluster")) {
        step.detail("waiting for the API server");
      }
      recorder.add(test("allTests").result(Optional.of(new IllegalStateException("no cluster"))));
    }

    Run run = new RunFolder(folder).read();
    assertThat(run.isGood()).isFalse();
    assertThat(run.boot()).allMatch(step -> !step.good());
    assertThat(run.tests().getFirst().reason()).isEqualTo("IllegalStateException: no cluster");
    assertThat(run.measurements().missing()).containsExactly("the platform did not come up");
  }

  @Test
  void aReportThatCanNotBeWrittenIsSaidAndThrowsNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    try (RunRecorder recorder = recorder(file)) {
      recorder.add(test("aRevertRollsBack").result(Optional.empty()));
    }

    assertThat(printed())
        .contains("The report could not be written to " + file)
        .contains("What the tests say stands.");
  }
}
