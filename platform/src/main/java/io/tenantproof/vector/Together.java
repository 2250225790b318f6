package io.tenantproof.vector;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does things at the same time, each in a virtual thread. */
final class Together {

  private Together() {}

  /** What each item comes to, in the order of the items; the first failure is everybody's. */
  static <S, T> List<T> each(Collection<S> items, Function<S, List<T>> work) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<T>>> open =
          items.stream().map(item -> threads.submit(() -> work.apply(item))).toList();
      List<T> all = new ArrayList<>();
      for (Future<List<T>> one : open) {
        all.addAll(one.get());
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while vectors were tried", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }
}
