package io.tenantproof.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

  private static final String MARKS = "✓ ✗ … → é 𝄞\n";

  @Test
  void whatACharacterSetLacksIsWrittenPlainly() {
    assertThat(written(StandardCharsets.US_ASCII)).isEqualTo("+ x ... -> ? ?\n");
    assertThat(written(StandardCharsets.ISO_8859_1)).isEqualTo("+ x ... -> é ?\n");
  }

  @Test
  void whatItHasStaysAsItIs() {
    assertThat(written(StandardCharsets.UTF_8)).isEqualTo(MARKS);
  }

  @ParameterizedTest
  @CsvSource({"24 80, 80", "50 132, 132", "24 12, 40", "0 0, 110", "stty: no, 110", "'', 110"})
  void theWidthIsWhatTheTerminalSays(String answer, int width) {
    assertThat(Terminal.columns(answer)).isEqualTo(width);
  }

  @Test
  void onlyATerminalThatMayIsDrawnOnAgain() {
    assertThat(Terminal.of(true, Map.of("TERM", "xterm", "NO_COLOR", "")).redraws()).isTrue();
    assertThat(Terminal.of(true, Map.of("NO_COLOR", "1")).redraws()).isFalse();
    assertThat(Terminal.of(true, Map.of("CI", "true")).redraws()).isFalse();
    assertThat(Terminal.of(true, Map.of("TERM", "dumb")).redraws()).isFalse();
    assertThat(Terminal.of(false, Map.of())).isEqualTo(new Terminal(false, 110));
  }

  @Test
  void onlyWhatGoesToATerminalIsColoured() {
    Optional<Path> terminal = Optional.of(Path.of("/dev/pts/1"));
    assertThat(Terminal.colours(true, Map.of(), terminal)).isTrue();
    assertThat(Terminal.colours(true, Map.of(), Optional.empty())).isTrue();
    assertThat(Terminal.colours(false, Map.of(), terminal)).isFalse();
    assertThat(Terminal.colours(true, Map.of("NO_COLOR", "1"), terminal)).isFalse();
    assertThat(Terminal.colours(true, Map.of("TERM", "dumb"), terminal)).isFalse();
    assertThat(Terminal.colours(true, Map.of(), Optional.of(Path.of("/tmp/errors")))).isFalse();
  }

  private static String written(Charset charset) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintWriter writer = Terminal.writer(bytes, charset)) {
      writer.print(MARKS.substring(0, 1));
      writer.print(MARKS.charAt(1));
      writer.append(MARKS, 2, MARKS.length());
    }
    return bytes.toString(charset);
  }
}
