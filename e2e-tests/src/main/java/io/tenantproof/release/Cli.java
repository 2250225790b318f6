package io.tenantproof.release;

import io.tenantproof.command.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The command line, as a pipeline calls it.
 *
 * @param program the kit's own
 * @param environment variables over those of this JVM
 */
record Cli(Path program, Map<String, String> environment) {

  private static final Duration DEADLINE = Duration.ofMinutes(10);

  /** Copies what it is given. */
  Cli {
    environment = Map.copyOf(environment);
  }

  /** The same with more variables. */
  Cli with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(more);
    return new Cli(program, all);
  }

  /**
   * Runs a command to its end.
   *
   * @return its lines
   * @throws io.tenantproof.command.CommandFailed with its exit code and lines when it fails
   */
  List<String> run(List<String> words) {
    return Command.of(Stream.concat(Stream.of(program.toString()), words.stream()).toList())
        .with(environment)
        .within(DEADLINE)
        .run();
  }

  /** The same, where the last line is the answer. */
  String answer(List<String> words) {
    return run(words).getLast();
  }
}
