package io.tenantproof.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndingInOrderTest {

  private static final String TIDY =
      "trap 'echo tidied >%s; exit 0' TERM; echo $$; while :; do sleep 0.1; done";
  private static final String DEAF = "trap '' TERM; echo $$; while :; do sleep 0.1; done";

  @TempDir private Path folder;

  @Test
  void theDeadlineLeavesTimeToTidyUp() {
    Path file = folder.resolve("tidied");
    Command command =
        Command.of("sh", "-c", TIDY.formatted(file))
            .within(Duration.ofSeconds(1))
            .endingWithin(Duration.ofSeconds(10));

    assertThatExceptionOfType(CommandFailed.class).isThrownBy(command::run);

    assertThat(file).hasContent("tidied");
  }

  @Test
  void theEndOfTheJvmLeavesTimeToTidyUp() throws Exception {
    Path file = folder.resolve("tidied");

    long process = ended(TIDY.formatted(file));

    assertThat(file).hasContent("tidied");
    assertThat(ProcessHandle.of(process)).isEmpty();
  }

  @Test
  void aProgramThatDoesNotEndIsKilled() throws Exception {
    long process = ended(DEAF);

    assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  private static long ended(String script) throws Exception {
    Process jvm =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                PatientProgram.class.getName(),
                script)
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines = jvm.inputReader()) {
      long process = Long.parseLong(String.valueOf(lines.readLine()));
      jvm.destroy();
      assertThat(jvm.waitFor(20, TimeUnit.SECONDS)).as("the JVM ended").isTrue();
      return process;
    } finally {
      jvm.destroyForcibly();
    }
  }
}
