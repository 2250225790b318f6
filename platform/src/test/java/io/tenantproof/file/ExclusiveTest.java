package io.tenantproof.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExclusiveTest {

  @TempDir private Path folder;
  private Path file = Path.of("");
  private Exclusive exclusive = new Exclusive(file);

  @BeforeEach
  void aFileThatIsNotThere() {
    file = folder.resolve("locks/one");
    exclusive = new Exclusive(file);
  }

  @Test
  void threadsAreAloneOneAfterTheOther() {
    AtomicInteger inside = new AtomicInteger();
    List<CompletableFuture<Integer>> all =
        IntStream.range(0, 8)
            .mapToObj(
                one ->
                    CompletableFuture.supplyAsync(
                        () ->
                            new Exclusive(file)
                                .run(
                                    () -> {
                                      int seen = inside.incrementAndGet();
                                      Thread.onSpinWait();
                                      inside.decrementAndGet();
                                      return seen;
                                    }),
                        task -> Thread.ofPlatform().start(task)))
            .toList();

    assertThat(all)
        .allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(1));
  }

  @Test
  void anotherProcessIsWaitedFor() throws Exception {
    Process other =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                LockingProgram.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines = other.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("alone");
      CompletableFuture<Boolean> here =
          CompletableFuture.supplyAsync(
              () -> exclusive.run(other::isAlive), task -> Thread.ofPlatform().start(task));
      assertThat(here).as("while the other is alone").isNotCompleted();
      assertThat(here.completeOnTimeout(true, 300, TimeUnit.MILLISECONDS)).isNotCompleted();

      other.getOutputStream().close();

      assertThat(here).succeedsWithin(Duration.ofSeconds(10));
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void aFailureEndsBeingAlone() {
    assertThat(
            catchThrowable(
                () ->
                    exclusive.run(
                        () -> {
                          throw new IllegalStateException("work failed");
                        })))
        .hasMessage("work failed");

    assertThat(exclusive.<String>run(() -> "next")).isEqualTo("next");
  }

  @Test
  void whatIsNotFreeIsLeftUndone() {
    AtomicInteger done = new AtomicInteger();

    CompletableFuture<Integer> meanwhile =
        exclusive.run(
            () -> {
              CompletableFuture<Integer> tried =
                  CompletableFuture.supplyAsync(
                      () -> {
                        new Exclusive(file).runIfFree(done::incrementAndGet);
                        return done.get();
                      },
                      task -> Thread.ofPlatform().start(task));
              assertThat(tried).succeedsWithin(Duration.ofSeconds(10));
              return tried;
            });

    assertThat(meanwhile).isCompletedWithValue(0);
    exclusive.runIfFree(done::incrementAndGet);
    assertThat(done).hasValue(1);
  }
}
