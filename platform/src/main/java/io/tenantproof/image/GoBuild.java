package io.tenantproof.image;

import io.tenantproof.command.Command;
import io.tenantproof.command.CommandFailed;
import io.tenantproof.image.Recipe.GoBinary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds binaries of Go modules, the same bytes on every machine: pinned toolchain, module sums
 * checked, no paths and no build ids inside, no C.
 *
 * @param toolchain the Go release
 * @param folder where the go command caches modules and compiled packages: a killed build goes on
 *     where it was
 * @param turns who of those that build at the same time may go on
 */
record GoBuild(GoToolchain toolchain, Path folder, GoTurns turns) {

  private static final Duration LIMIT = Duration.ofMinutes(40);

  /** Builds one binary. */
  void build(GoBinary binary, Path moduleFolder, Path output, Consumer<String> detail) {
    String program = output.getFileName().toString();
    detail.accept("%s: looking for %s".formatted(program, toolchain.release()));
    Path root = toolchain.root();
    GoBuildLines lines = new GoBuildLines(program, mainPackage(binary, moduleFolder));
    try {
      detail.accept(program + ": looking for its modules");
      command(listing(binary, root), root, moduleFolder)
          .run(line -> lines.downloaded(line).ifPresent(detail));
      detail.accept(program + ": waiting for another build");
      try (GoTurns.Turn turn = turns.take()) {
        detail.accept(program + ": looking for packages that are compiled already");
        command(building(binary, root, output), root, moduleFolder)
            .run(
                line -> {
                  detail.accept(lines.shown(line));
                  if (lines.endsWith(line)) {
                    turn.compiled();
                  }
                });
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImageUnavailable(program + ": interrupted before it was built", e);
    } catch (CommandFailed e) {
      throw new ImageUnavailable(
          "%s can't be built from its Go module (%s): %s"
              .formatted(program, binary.packagePath(), e.getMessage()),
          e);
    }
  }

  private Command command(List<String> words, Path root, Path moduleFolder) {
    return Command.of(words).in(moduleFolder).with(environment(root)).within(LIMIT);
  }

  // Downloads what the program is made of: the compiler has other work meanwhile.
  private static List<String> listing(GoBinary binary, Path root) {
    return words(root, List.of("list", "-deps", "-mod=readonly"), binary, List.of());
  }

  private static List<String> building(GoBinary binary, Path root, Path output) {
    return words(
        root,
        List.of(
            "build",
            "-v",
            "-trimpath",
            "-buildvcs=false",
            "-mod=readonly",
            "-ldflags",
            linkerFlags(binary.variables())),
        binary,
        List.of("-o", output.toString()));
  }

  private static List<String> words(
      Path root, List<String> command, GoBinary binary, List<String> more) {
    List<String> words = new ArrayList<>(List.of(root.resolve("bin/go").toString()));
    words.addAll(command);
    if (!binary.tags().isEmpty()) {
      words.addAll(List.of("-tags", String.join(",", binary.tags())));
    }
    words.addAll(more);
    words.add(binary.packagePath());
    return words;
  }

  private static String linkerFlags(Map<String, String> variables) {
    return variables.entrySet().stream()
        .map(variable -> "-X %s=%s".formatted(variable.getKey(), variable.getValue()))
        .collect(Collectors.joining(" ", "-s -w -buildid= ", ""))
        .strip();
  }

  private Map<String, String> environment(Path root) {
    return Map.of(
        "GOROOT", root.toString(),
        "GOTOOLCHAIN", "local",
        "GOCACHE", folder.resolve("build").toString(),
        "GOMODCACHE", folder.resolve("mod").toString(),
        "GOFLAGS", "",
        "GOWORK", "off",
        "GOTELEMETRY", "off",
        "GOOS", "linux",
        "GOARCH", "amd64",
        "CGO_ENABLED", "0");
  }

  // The go command prints packages by their import path; the folder's own is the module's name.
  private static String mainPackage(GoBinary binary, Path moduleFolder) {
    if (!binary.packagePath().equals(".")) {
      return binary.packagePath();
    }
    try (Stream<String> lines = Files.lines(moduleFolder.resolve("go.mod"))) {
      return lines
          .filter(line -> line.startsWith("module "))
          .map(line -> line.substring("module ".length()).strip())
          .findFirst()
          .orElse(".");
    } catch (IOException e) {
      throw new UncheckedIOException(moduleFolder + " has no go.mod that can be read", e);
    }
  }
}
