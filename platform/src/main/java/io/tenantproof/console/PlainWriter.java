package io.tenantproof.console;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what a character set lacks in characters that every one has. */
final class PlainWriter extends FilterWriter {

  private static final Map<String, String> PLAIN =
      Map.of("✓", "+", "✗", "x", "…", "...", "→", "->", "–", "-", "—", "-", "“", "\"", "”", "\"");

  private final CharsetEncoder encoder;

  PlainWriter(Writer out, Charset charset) {
    super(out);
    this.encoder = charset.newEncoder();
  }

  @Override
  public void write(int character) throws IOException {
    write(Character.toString((char) character), 0, 1);
  }

  @Override
  public void write(char[] characters, int from, int length) throws IOException {
    write(String.valueOf(characters, from, length), 0, length);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    out.write(
        text.substring(from, from + length)
            .codePoints()
            .mapToObj(Character::toString)
            .map(this::plain)
            .collect(Collectors.joining()));
  }

  private String plain(String character) {
    return encoder.canEncode(character) ? character : PLAIN.getOrDefault(character, "?");
  }
}
