package io.tenantproof.image;

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
    if (line.startsWith("go: ")) {
      return "%s: %s".formatted(program, line.substring("go: ".length()));
    }
    int number = compiled.incrementAndGet();
    // The linker prints nothing, however long it takes.
    return line.strip().equals(mainPackage)
        ? "%s: linking %d packages".formatted(program, number)
        : "%s: compiling, %d packages, now %s".formatted(program, number, line.strip());
  }
}
