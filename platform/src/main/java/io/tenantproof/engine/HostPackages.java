package io.tenantproof.engine;

import io.tenantproof.command.Command;
import java.util.Map;
import java.util.stream.Stream;

/** The host's own packages, by its apt. */
final class HostPackages {

  private HostPackages() {}

  static void update() {
    apt("update");
  }

  static void install(String... names) {
    apt(
        Stream.concat(Stream.of("install", "--yes", "--no-install-recommends"), Stream.of(names))
            .toArray(String[]::new));
  }

  /** The major version that would be installed; 0 where there is none. */
  static int majorVersion(String name) {
    return Command.of("apt-cache", "policy", name).run().stream()
        .map(String::strip)
        .filter(line -> line.startsWith("Candidate:"))
        .map(line -> line.substring("Candidate:".length()).strip())
        .filter(version -> !version.equals("(none)"))
        .mapToInt(EngineChecks::major)
        .findFirst()
        .orElse(0);
  }

  private static void apt(String... words) {
    Command.of(Stream.concat(Stream.of("apt-get", "--quiet"), Stream.of(words)).toList())
        .with(Map.of("DEBIAN_FRONTEND", "noninteractive"))
        .run();
  }
}
