package io.tenantproof.image;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Says what a {@code go build -v} is at, from the lines that it prints: each module that it
 * downloads, and each package when it begins to compile it.
 *
 * @param program the binary
 * @param mainPackage its main package, which is compiled last
 * @param compiled how many packages it was so far
 */
record GoBuildLines(String program, String mainPackage, AtomicInteger compiled) {

  GoBuildLines(String program, String mainPackage) {
    this(program, mainPackage, new AtomicInteger());
  }

  /** What the build does now that it printed a line. */
  String shown(String line) {
    Optional<String> download = downloaded(line);
    if (download.isPresent()) {
      return download.get();
    }
    int number = compiled.incrementAndGet();
    // The linker prints nothing, however long it takes.
    return endsWith(line)
        ? "%s: linking %d packages".formatted(program, number)
        : "%s: compiling, %d packages, now %s".formatted(program, number, line.strip());
  }

  /** What it downloads, if that is what the line says. */
  Optional<String> downloaded(String line) {
    return line.startsWith("go: ")
        ? Optional.of("%s: %s".formatted(program, line.substring("go: ".length())))
        : Optional.empty();
  }

  /** Whether the line names the last package: what is left then is to link them. */
  boolean endsWith(String line) {
    return line.strip().equals(mainPackage);
  }
}
