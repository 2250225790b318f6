package io.tenantproof.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FormatTest {

  private static final String MEND =
      "mvn -q -pl e2e-tests -am test -Dtest=FormatTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dformat.write=true";

  private final SourceTree tree = SourceTree.find();
  private final Formatter formatter = new Formatter();

  @Test
  void everyJavaFileIsInGoogleJavaFormat() {
    List<Path> sources = tree.files(".java");
    if (Boolean.getBoolean("format.write")) {
      sources.forEach(this::write);
    }

    KnownGood good = KnownGood.of(tree.root().resolve("e2e-tests/target/formatted"), version());
    Map<Path, String> texts =
        sources.stream().collect(Collectors.toMap(Function.identity(), FormatTest::read));
    List<String> differences =
        texts.entrySet().parallelStream()
            .filter(source -> !good.has(source.getValue()))
            .map(source -> difference(source.getKey(), source.getValue()))
            .flatMap(Optional::stream)
            .sorted()
            .toList();

    assertThat(sources).as("Java files of " + tree.root()).isNotEmpty();
    assertThat(differences).as("Java files in another format; to mend them: %s", MEND).isEmpty();
    good.remember(texts.values());
  }

  @Test
  void theFirstLineThatDiffersIsShown() {
    assertThat(firstDifference("a\nb\nc\n", "a\nB\nc\n"))
        .isEqualTo("line 2: expected \"B\", found \"b\"");
    assertThat(firstDifference("a\n", "a\nb\n")).isEqualTo("line 2: expected \"b\", found \"\"");
  }

  // The name of its jar has its version.
  private static String version() {
    return Formatter.class.getProtectionDomain().getCodeSource().getLocation().toString();
  }

  private Optional<String> difference(Path file, String found) {
    try {
      String expected = formatter.formatSourceAndFixImports(found);
      return found.equals(expected)
          ? Optional.empty()
          : Optional.of(tree.shown(file) + ": " + firstDifference(found, expected));
    } catch (FormatterException e) {
      return Optional.of(tree.shown(file) + ": " + e.getMessage());
    }
  }

  private void write(Path file) {
    try {
      String found = read(file);
      String formatted = formatter.formatSourceAndFixImports(found);
      if (!found.equals(formatted)) {
        Files.writeString(file, formatted);
      }
    } catch (FormatterException e) {
      throw new IllegalStateException(tree.shown(file) + " is no Java", e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be written", e);
    }
  }

  private static String firstDifference(String found, String expected) {
    String[] foundLines = found.split("\n", -1);
    String[] expectedLines = expected.split("\n", -1);
    int line = 0;
    while (line < Math.min(foundLines.length, expectedLines.length) - 1
        && foundLines[line].equals(expectedLines[line])) {
      line++;
    }
    return "line %d: expected \"%s\", found \"%s\""
        .formatted(line + 1, expectedLines[line].strip(), foundLines[line].strip());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }
}
