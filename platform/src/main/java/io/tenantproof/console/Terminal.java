package io.tenantproof.console;

import io.tenantproof.command.Command;
import io.tenantproof.command.CommandFailed;
import java.io.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command's text is shown.
 *
 * @param redraws whether a line can be drawn again
 * @param width in columns
 */
public record Terminal(boolean redraws, int width) {

  /** The width of what is no terminal: a file, a pipe, a log of CI. */
  static final int PAPER = 110;

  /** Nobody reads narrower than this. */
  static final int NARROWEST = 40;

  private static final Duration ANSWER = Duration.ofSeconds(2);

  /** The one that this JVM was started at, if any. */
  public static Terminal ofThisJvm() {
    return of(isTerminal(), System.getenv());
  }

  static Terminal of(boolean terminal, Map<String, String> environment) {
    boolean redraws =
        terminal
            && !environment.containsKey("CI")
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    return new Terminal(redraws, terminal ? measured() : PAPER);
  }

  /** Whether standard output and standard error may be coloured. */
  public static boolean colours() {
    return colours(isTerminal(), System.getenv(), standardError());
  }

  static boolean colours(
      boolean terminal, Map<String, String> environment, Optional<Path> standardError) {
    return terminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb")
        && standardError.filter(target -> !target.startsWith("/dev")).isEmpty();
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  // The JVM knows of the other two streams alone; empty where the system does not say.
  private static Optional<Path> standardError() {
    try {
      return Optional.of(Files.readSymbolicLink(Path.of("/proc/self/fd/2")));
    } catch (IOException | UnsupportedOperationException unknown) {
      return Optional.empty();
    }
  }

  /** A writer whose text a terminal of a character set can show. */
  public static PrintWriter writer(OutputStream out, Charset charset) {
    OutputStreamWriter encoded = new OutputStreamWriter(out, charset);
    return new PrintWriter(
        charset.equals(StandardCharsets.UTF_8) ? encoded : new PlainWriter(encoded, charset), true);
  }

  /** The character set that the locale names. */
  public static Charset charset() {
    return Charset.forName(System.getProperty("native.encoding", "UTF-8"));
  }

  private static int measured() {
    try {
      return Command.of("sh", "-c", "stty size </dev/tty").within(ANSWER).run().stream()
          .findFirst()
          .map(Terminal::columns)
          .orElse(PAPER);
    } catch (CommandFailed noSuchProgram) {
      return PAPER;
    }
  }

  /** The columns of an answer like {@code 24 80}; a terminal that does not know says 0. */
  static int columns(String answer) {
    return Optional.of(answer)
        .filter(text -> text.matches("\\d{1,5} \\d{1,5}"))
        .map(text -> Integer.parseInt(text.replaceFirst(".* ", "")))
        .filter(columns -> columns > 0)
        .map(columns -> Math.max(NARROWEST, columns))
        .orElse(PAPER);
  }
}
