package io.tenantproof.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The text of a YAML file that people write. Such a file is small, and every program reads it in
 * the same way: what is checked here must not be something else for Helm or Argo CD.
 */
public final class YamlText {

  /** How long such a file may be, in bytes. */
  public static final int LONGEST = 1024 * 1024;

  private YamlText() {}

  /**
   * Reads a file; empty where it is none that people write.
   *
   * @param shown how the file is called in messages
   * @param problems gets the reason and the cure
   * @throws UncheckedIOException when it is not there or may not be read
   */
  public static Optional<String> read(Path file, String shown, List<String> problems) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        problems.add("%s is no file, but a folder or a device; remove it.".formatted(shown));
        return Optional.empty();
      }
      long size = Files.size(file);
      if (size > LONGEST) {
        problems.add(tooLong(shown, size));
        return Optional.empty();
      }
      return Optional.of(Files.readString(file));
    } catch (CharacterCodingException e) {
      problems.add("%s is not UTF-8; save it as UTF-8.".formatted(shown));
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }

  /**
   * Reads a file that must be plain; empty where it is not, or is none that people write.
   *
   * @param shown how the file is called in messages
   * @param problems gets the reason and the cure
   * @throws UncheckedIOException when it is not there or may not be read
   */
  public static Optional<String> readPlain(Path file, String shown, List<String> problems) {
    Optional<String> text = read(file, shown, problems);
    Optional<String> problem = text.flatMap(one -> problem(shown, one));
    problem.ifPresent(problems::add);
    return problem.isPresent() ? Optional.empty() : text;
  }

  /**
   * What makes a text one that programs read in several ways, or not at all: anchors and aliases, a
   * key that is there twice, a second document, a depth or a length that nobody writes. What is no
   * YAML is left for the parser to say.
   *
   * @param shown how the file is called in messages
   */
  public static Optional<String> problem(String shown, String text) {
    return text.length() > LONGEST
        ? Optional.of(tooLong(shown, text.length()))
        : new PlainYaml(shown).problem(text);
  }

  /** The same without what only some parsers mind: the depth and the length. */
  public static Optional<String> bomb(String shown, String text) {
    return problem(shown, text).filter(PlainYaml::isBomb);
  }

  private static String tooLong(String shown, long size) {
    return "%s: %,d bytes long; at most %,d %s."
        .formatted(shown, size, LONGEST, PlainYaml.OF_A_BOMB);
  }
}
