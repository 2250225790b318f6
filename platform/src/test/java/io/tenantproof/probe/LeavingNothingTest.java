package io.tenantproof.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class LeavingNothingTest {

  private final List<String> done = new CopyOnWriteArrayList<>();
  private final LeavingNothing leavingNothing = new LeavingNothing(() -> done.add("undone"));

  @Test
  void undoesAfterTheWork() {
    String result =
        leavingNothing.does(
            () -> {
              done.add("worked");
              return "result";
            });

    assertThat(result).isEqualTo("result");
    assertThat(done).containsExactly("worked", "undone");
  }

  @Test
  void undoesWhatFailed() {
    assertThatThrownBy(
            () ->
                leavingNothing.does(
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    assertThat(done).containsExactly("undone");
  }

  @Test
  void anInterruptEndsTheWorkBeforeItIsUndone() throws Exception {
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Thread[] worker = new Thread[1];
      Future<?> work =
          threads.submit(
              () -> {
                worker[0] = Thread.currentThread();
                begun.countDown();
                try {
                  working.await();
                  never.await();
                } catch (InterruptedException e) {
                  done.add("interrupted");
                }
                return null;
              });
      begun.await();
      LeavingNothing.Ending ending = new LeavingNothing.Ending(this::undo, worker[0]);
      Future<?> worked =
          threads.submit(
              () -> {
                work.get();
                ending.workEnded();
                done.add("closed");
                return null;
              });
      working.countDown();
      ending.interrupt();
      worked.get();
    }
    assertThat(done).containsExactly("interrupted", "undone by a thread that can ask", "closed");
  }

  @Test
  void whatIsUndoneIsNotUndoneAgain() {
    LeavingNothing.Ending ending =
        new LeavingNothing.Ending(() -> done.add("undone"), Thread.currentThread());

    ending.workEnded();
    ending.interrupt();

    assertThat(done).containsExactly("undone");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  private void undo() {
    done.add(
        Thread.currentThread().isInterrupted()
            ? "undone by an interrupted thread"
            : "undone by a thread that can ask");
  }
}
