package io.tenantproof.loki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllLinesTest {

  private static final Window WINDOW = new Window(Instant.EPOCH, Instant.ofEpochSecond(1));

  private final List<Integer> limits = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 10, 100})
  void eachLineComesOnceAndInOrder(int size) {
    List<LogLine> stored = IntStream.range(0, 50).mapToObj(i -> line(i, "line " + i)).toList();

    assertThat(read(stored, size)).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 100})
  void linesOfOneInstantAreNeitherLostNorDoubled(int size) {
    List<LogLine> stored = new ArrayList<>();
    IntStream.range(0, 3).forEach(i -> stored.add(line(i, "before " + i)));
    IntStream.range(0, 20).forEach(i -> stored.add(line(5, "together " + i)));
    IntStream.range(0, 3).forEach(i -> stored.add(line(6 + i, "after " + i)));

    assertThat(read(stored, size)).isEqualTo(stored);
  }

  @Test
  void linesThatAreReallyTwiceThereStayTwice() {
    List<LogLine> stored = List.of(line(1, "a"), line(1, "b"), line(1, "a"), line(2, "a"));

    for (int size = 1; size < 6; size++) {
      assertThat(read(stored, size)).as("pages of %d", size).isEqualTo(stored);
    }
  }

  @Test
  void aPageGrowsForAnInstantAndShrinksBehindIt() {
    List<LogLine> stored = new ArrayList<>();
    IntStream.range(0, 5).forEach(i -> stored.add(line(1, "together " + i)));
    IntStream.range(0, 5).forEach(i -> stored.add(line(2 + i, "alone " + i)));

    assertThat(read(stored, 2)).isEqualTo(stored);
    assertThat(limits).startsWith(2, 2, 4, 8).endsWith(2);
  }

  @Test
  void aWindowEndsAfterItBegins() {
    assertThatThrownBy(() -> new Window(Instant.ofEpochSecond(2), Instant.ofEpochSecond(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<LogLine> read(List<LogLine> stored, int size) {
    return new AllLines(
            (window, limit) -> {
              limits.add(limit);
              return stored.stream()
                  .filter(line -> !line.time().isBefore(window.from()))
                  .filter(line -> line.time().isBefore(window.to()))
                  .limit(limit)
                  .toList();
            })
        .read(WINDOW, size);
  }

  private static LogLine line(int nano, String text) {
    return new LogLine(Map.of("tenant", "tenant-a"), Instant.ofEpochSecond(0, nano), text);
  }
}
