package io.tenantproof.loki;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All lines of a window, page by page, oldest first.
 *
 * <p>A page begins at the instant of the last line of the one before, because more lines may carry
 * that instant; what was had of it is taken out again. Where one instant fills a page, pages grow.
 */
final class AllLines {

  /** One question. */
  @FunctionalInterface
  interface Pages {
    /** At most {@code limit} lines, oldest first. */
    List<LogLine> page(Window window, int limit);
  }

  private final Pages pages;
  private final List<LogLine> all = new ArrayList<>();

  AllLines(Pages pages) {
    this.pages = pages;
  }

  /**
   * Reads them.
   *
   * @param size how many lines are asked for at first
   */
  List<LogLine> read(Window window, int size) {
    Instant start = window.from();
    int limit = size;
    boolean more = true;
    while (more) {
      List<LogLine> page = pages.page(window.startingAt(start), limit);
      addWithoutRepeats(page, start);
      more = page.size() >= limit;
      if (more) {
        Instant last = page.getLast().time();
        // Nothing but this instant: only a longer page leads beyond it.
        limit = last.equals(start) ? Math.multiplyExact(limit, 2) : size;
        start = last;
      }
    }
    return List.copyOf(all);
  }

  private void addWithoutRepeats(List<LogLine> page, Instant start) {
    Map<LogLine, Integer> had = new HashMap<>();
    for (int i = all.size() - 1; i >= 0 && all.get(i).time().equals(start); i--) {
      had.merge(all.get(i), 1, Integer::sum);
    }
    for (LogLine line : page) {
      int left = had.getOrDefault(line, 0);
      if (left > 0) {
        had.put(line, left - 1);
      } else {
        all.add(line);
      }
    }
  }
}
