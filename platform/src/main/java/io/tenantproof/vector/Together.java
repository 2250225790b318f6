package io.tenantproof.vector;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Does things at the same time, each in a virtual thread. */
public final class Together {

  // Thousands at once wait for each other at the API server until the client gives them up.
  private static final int AT_ONCE = 32;

  private Together() {}

  /** What each item comes to, in the order of the items; the first failure is everybody's. */
  public static <S, T> List<T> each(Collection<S> items, Function<S, List<T>> work) {
    Semaphore free = new Semaphore(AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<T>>> open =
          items.stream().map(item -> threads.submit(() -> within(free, item, work))).toList();
      return all(threads, open);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while vectors were tried", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }

  // The end of one is the end of all: who waits for the others goes on making what is to be undone.
  private static <T> List<T> all(ExecutorService threads, List<Future<List<T>>> open)
      throws InterruptedException, ExecutionException {
    List<T> all = new ArrayList<>();
    try {
      for (Future<List<T>> one : open) {
        all.addAll(one.get());
      }
    } catch (InterruptedException | ExecutionException e) {
      threads.shutdownNow();
      throw e;
    }
    return all;
  }

  private static <S, T> List<T> within(Semaphore free, S item, Function<S, List<T>> work)
      throws InterruptedException {
    free.acquire();
    try {
      return work.apply(item);
    } finally {
      free.release();
    }
  }
}
