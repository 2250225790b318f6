package io.tenantproof.image;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One line for people about works that go on at the same time: what each of them said last, in the
 * order in which they began.
 */
final class SideBySide {

  private final Consumer<String> listener;
  private final AtomicInteger count = new AtomicInteger();
  private final Map<Integer, String> lines = new ConcurrentSkipListMap<>();

  /** Tells a listener. */
  SideBySide(Consumer<String> listener) {
    this.listener = listener;
  }

  /** A work begins. */
  Line begin() {
    return new Line(count.incrementAndGet());
  }

  /** What one of them says, until it is closed. */
  final class Line implements AutoCloseable {

    private final int number;

    private Line(int number) {
      this.number = number;
    }

    /** Says what it does now. */
    void say(String now) {
      lines.put(number, now);
      listener.accept(String.join(" | ", lines.values()));
    }

    @Override
    public void close() {
      lines.remove(number);
    }
  }
}
