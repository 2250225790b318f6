package io.tenantproof.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

  @Test
  void bothOutputsComeInTheOrderTheyWereWritten() {
    assertThat(shell("echo one; echo two >&2; echo three").run())
        .containsExactly("one", "two", "three");
  }

  @Test
  void runsInItsFolderWithItsVariables(@TempDir Path folder) {
    List<String> lines =
        shell("pwd -P; echo $FIRST $SECOND")
            .in(folder)
            .with(Map.of("FIRST", "a"))
            .with(Map.of("SECOND", "b"))
            .run();

    assertThat(lines).containsExactly(folder.toString(), "a b");
  }

  @Test
  void noShellReadsTheArguments() {
    assertThat(Command.of("printf", "%s\n", "$HOME; echo x").run())
        .containsExactly("$HOME; echo x");
  }

  @Test
  void aProgramThatReadsGetsTheEndOfInputAtOnce() {
    assertThat(Command.of("cat").within(Duration.ofSeconds(10)).run()).isEmpty();
  }

  @Test
  void theFailureNamesCommandExitCodeAndLastLines() {
    assertThatExceptionOfType(CommandFailed.class)
        .isThrownBy(() -> shell("seq 1 100; exit 3").run())
        .withMessageStartingWith("`sh -c seq 1 100; exit 3` ended with exit code 3.")
        .withMessageContaining("\n  61\n")
        .withMessageEndingWith("\n  100")
        .withMessageNotContaining("\n  60\n");
  }

  @Test
  void theFailureOfASilentProgramSaysSo() {
    assertThatExceptionOfType(CommandFailed.class)
        .isThrownBy(() -> Command.of("false").run())
        .withMessage("`false` ended with exit code 1. It printed nothing.");
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    assertThatExceptionOfType(CommandFailed.class)
        .isThrownBy(() -> Command.of("no-such-program").run())
        .withMessageStartingWith("`no-such-program` could not be started (");
  }

  @Test
  void theDeadlineEndsTheProgramAndAllItStarted() {
    AtomicLong grandchild = new AtomicLong();
    Command command =
        shell("sh -c 'sleep 300 & echo $!; wait' & wait").within(Duration.ofSeconds(1));

    assertThatExceptionOfType(CommandFailed.class)
        .isThrownBy(() -> command.run(line -> grandchild.set(Long.parseLong(line))))
        .withMessageContaining("did not end within 1 s");

    awaitEnd(grandchild.get());
  }

  @Test
  void anInterruptEndsTheProgramAndStaysSet() throws InterruptedException {
    AtomicLong child = new AtomicLong();
    CountDownLatch started = new CountDownLatch(1);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  failure.set(
                      catchThrowable(
                          () ->
                              shell("echo $$; exec sleep 300")
                                  .run(
                                      line -> {
                                        child.set(Long.parseLong(line));
                                        started.countDown();
                                      })));
                  flag.set(Thread.currentThread().isInterrupted());
                });
    assertThat(started.await(10, TimeUnit.SECONDS)).as("the program printed a line").isTrue();

    caller.interrupt();

    assertThat(caller.join(Duration.ofSeconds(10))).as("the caller came back").isTrue();
    assertThat(failure.get())
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("was interrupted");
    assertThat(flag.get()).as("interrupted").isTrue();
    awaitEnd(child.get());
  }

  @Test
  void theEndOfTheJvmEndsTheProgram() throws Exception {
    Process jvm =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                EndlessProgram.class.getName())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines = jvm.inputReader()) {
      long child = Long.parseLong(String.valueOf(lines.readLine()));
      assertThat(isAlive(child)).as("the program runs").isTrue();

      jvm.destroy();

      assertThat(jvm.waitFor(10, TimeUnit.SECONDS)).as("the JVM ended").isTrue();
      awaitEnd(child);
    } finally {
      jvm.destroyForcibly();
    }
  }

  private static Command shell(String script) {
    return Command.of("sh", "-c", script);
  }

  private static void awaitEnd(long process) {
    Awaitility.await("the end of process " + process)
        .atMost(Duration.ofSeconds(5))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !isAlive(process));
  }

  private static boolean isAlive(long process) {
    return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
  }
}
