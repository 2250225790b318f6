package io.tenantproof.image;

import io.tenantproof.command.Command;
import io.tenantproof.command.CommandFailed;
import io.tenantproof.image.Recipe.GoBinary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Builds binaries of Go modules, the same bytes on every machine: pinned toolchain, module sums
 * checked, no paths and no build ids inside, no C.
 *
 * @param toolchain the Go release
 * @param folder where the go command caches modules and compiled packages: a killed build goes on
 *     where it was
 */
record GoBuild(GoToolchain toolchain, Path folder) {

  /** Builds one binary. */
  void build(GoBinary binary, Path moduleFolder, Path output, Consumer<String> detail) {
    Path root = toolchain.root();
    String program = output.getFileName().toString();
    AtomicInteger compiled = new AtomicInteger();
    try {
      Command.of(words(binary, root, output))
          .in(moduleFolder)
          .with(environment(root))
          .within(Duration.ofMinutes(40))
          .run(line -> detail.accept(shown(program, line, compiled)));
    } catch (CommandFailed e) {
      throw new ImageUnavailable(
          "%s can't be built from its Go module (%s): %s"
              .formatted(program, binary.packagePath(), e.getMessage()),
          e);
    }
  }

  private static List<String> words(GoBinary binary, Path root, Path output) {
    List<String> words =
        new ArrayList<>(
            List.of(
                root.resolve("bin/go").toString(),
                "build",
                "-v",
                "-trimpath",
                "-buildvcs=false",
                "-mod=readonly",
                "-ldflags",
                linkerFlags(binary.variables())));
    if (!binary.tags().isEmpty()) {
      words.addAll(List.of("-tags", String.join(",", binary.tags())));
    }
    words.addAll(List.of("-o", output.toString(), binary.packagePath()));
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

  // `go build -v` prints each package that it compiles and each module that it downloads.
  private static String shown(String program, String line, AtomicInteger compiled) {
    if (line.startsWith("go: downloading ")) {
      return program + ": downloading " + line.substring("go: downloading ".length());
    }
    return "%s: compiling, %d packages, now %s"
        .formatted(program, compiled.incrementAndGet(), line.strip());
  }
}
