package io.tenantproof.endurance;

import io.tenantproof.console.Nearest;
import io.tenantproof.file.FileTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The specs that there are.
 *
 * @param known names of their classes
 */
public record SpecNames(List<String> known) {

  private static final String SPEC = "IT.java";

  /** Copies what it is given. */
  public SpecNames {
    known = List.copyOf(known);
  }

  /** Those of a kit. */
  public static SpecNames in(Path home) {
    return new SpecNames(
        new FileTree(home.resolve("e2e-tests/src/test/java"))
            .files().stream()
                .map(file -> String.valueOf(file.getFileName()))
                .filter(name -> name.endsWith(SPEC))
                .map(name -> name.substring(0, name.length() - ".java".length()))
                .sorted()
                .toList());
  }

  /** What is wrong with names of specs, methods after a {@code #} included; empty where nothing. */
  public Optional<String> problem(List<String> wanted) {
    return wanted.stream()
        .filter(name -> !name.matches("\\w+(#[\\w*+]+)?") || !known.contains(spec(name)))
        .findFirst()
        .map(
            name ->
                "there is no spec %s%s. Known: %s."
                    .formatted(
                        name, Nearest.question(spec(name), known), String.join(", ", known)));
  }

  private static String spec(String name) {
    return name.split("#", 2)[0];
  }
}
