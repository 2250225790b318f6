package io.tenantproof.wait;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does things at the same time, each in a virtual thread, and waits for all of them. */
public final class Together {

  // Thousands at once wait for each other at the API server until the client gives them up.
  private static final int AT_ONCE = 32;

  private Together() {}

  /** What each item comes to, in the order of the items; the first failure is everybody's. */
  public static <S, T> List<T> each(Collection<S> items, Function<S, List<T>> work) {
    return each(AT_ONCE, items, work);
  }

  /** The same, with no more than so many at once. */
  public static <S, T> List<T> each(int atOnce, Collection<S> items, Function<S, List<T>> work) {
    Semaphore free = new Semaphore(atOnce);
    AtomicReference<@Nullable RuntimeException> first = new AtomicReference<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<T>>> open = new ArrayList<>();
      for (S item : items) {
        open.add(
            threads.submit(
                () -> {
                  free.acquire();
                  try {
                    return work.apply(item);
                  } catch (RuntimeException failure) {
                    // The end of one is the end of all: who waits for the others goes on making
                    // what is to be undone.
                    first.compareAndSet(null, failure);
                    threads.shutdownNow();
                    throw failure;
                  } finally {
                    free.release();
                  }
                }));
      }
      return all(threads, open);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while others were waited for", e);
    } catch (ExecutionException e) {
      throw Optional.ofNullable(first.get())
          .orElseGet(() -> new IllegalStateException(e.getCause()));
    }
  }

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
}
