package io.tenantproof.sbom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Go modules that are in a binary, as {@code go version -m} tells them.
 *
 * @param unpacked the folder of unpacked modules, which have their licences
 */
record GoModules(Path unpacked) {

  private static final List<String> LICENCE_FILES = List.of("licence", "license", "copying");

  /** The release of Go and the modules of one binary. */
  List<Part> parts(List<String> lines) {
    List<Part> parts = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.strip().split("\\s+", -1);
      if (!line.startsWith("\t")) {
        standardLibrary(words).ifPresent(parts::add);
      } else if (words[0].equals("=>")) {
        // In the place of the one before; without a version it is a folder of the recipe.
        parts.removeLast();
        module(words).ifPresent(parts::add);
      } else if (words[0].equals("dep") || words[0].equals("mod")) {
        module(words).ifPresent(parts::add);
      }
    }
    return parts;
  }

  private static Optional<Part> standardLibrary(String[] words) {
    String release = words[words.length - 1];
    if (!release.startsWith("go")) {
      return Optional.empty();
    }
    String version = release.substring(2);
    return Optional.of(
        new Part("std", version, "pkg:golang/std@" + version, List.of("BSD-3-Clause")));
  }

  // The recipe's own module has no version.
  private Optional<Part> module(String[] words) {
    if (words.length < 3 || !words[2].startsWith("v")) {
      return Optional.empty();
    }
    String purl = "pkg:golang/" + words[1] + "@" + words[2].replace("+", "%2B");
    return Optional.of(new Part(words[1], words[2], purl, licences(words[1], words[2])));
  }

  private List<String> licences(String path, String version) {
    Path folder = unpacked.resolve(escaped(path) + "@" + escaped(version));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted()
          .filter(file -> LICENCE_FILES.stream().anyMatch(name(file)::startsWith))
          .filter(Files::isRegularFile)
          .flatMap(file -> LicenceText.licence(read(file)).stream())
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " can't be read", e);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }

  // https://go.dev/ref/mod#module-cache: capital letters are written with an exclamation mark.
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (Character.isUpperCase(c)) {
                escaped.append('!');
              }
              escaped.appendCodePoint(Character.toLowerCase(c));
            });
    return escaped.toString();
  }
}
