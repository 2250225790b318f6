package io.tenantproof.specs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantproof.loki.LogLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the log specs read from stored lines: a probe that sees nothing wrong proves nothing. */
class StoredLinesTest {

  @Test
  void lostAndDoubledNumbersAreSeen() {
    NumberedLines four = new NumberedLines(4);
    List<LogLine> lines = lines("line 00001 xx", "line 00003 xx", "line 00003 xx", "line 0000");

    assertThat(four.lost(lines)).containsExactly(2, 4);
    assertThat(four.doubled(lines)).containsExactly(3);
  }

  @Test
  void piecesOfALongLineAreJoined() {
    String written = OddLines.longLineAsWritten();
    List<LogLine> stored =
        lines(
            "first",
            "\tat",
            written.substring(0, 16_384),
            written.substring(16_384),
            "odd: \uFFFD");

    OddLines lines = OddLines.of(stored);

    assertThat(written).hasSize(256 * 1024);
    assertThat(lines.stackTrace()).containsExactly("first", "\tat");
    assertThat(lines.longLine()).isEqualTo(written);
    assertThat(lines.broken()).isEqualTo("odd: \uFFFD");
  }

  @Test
  void anAbsentLineIsSaid() {
    List<LogLine> stored = lines("first");

    assertThatThrownBy(() -> OddLines.of(stored)).hasMessageContaining("begins with long: ");
  }

  private static List<LogLine> lines(String... texts) {
    return Stream.of(texts).map(text -> new LogLine(Map.of(), Instant.EPOCH, text)).toList();
  }
}
