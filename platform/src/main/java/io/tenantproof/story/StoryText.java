package io.tenantproof.story;

import io.tenantproof.console.Columns;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Tells a story to a person. Text is wrapped to the terminal; a command stays in one line, so that
 * it can be copied.
 *
 * @param out where
 * @param width in columns
 * @param colours whether they may be used
 */
public record StoryText(PrintWriter out, int width, boolean colours) {

  private static final int WIDEST = 100;
  private static final int INDENT = 1;

  void begin(int number, int of, Act act) {
    out.println();
    out.println(styled(Style.bold, "Act %d of %d: %s".formatted(number, of, act.title())));
    wrapped("Expect: " + act.expected());
    act.commands().forEach(command -> out.println("  $ " + styled(Style.fg_cyan, command)));
    out.flush();
  }

  void end(Ending ending) {
    switch (ending) {
      case Ending.Seen(var lines) -> lines.forEach(this::wrapped);
      case Ending.Skipped(var reason) -> wrapped("SKIPPED: " + reason);
    }
    out.flush();
  }

  void interrupted() {
    out.println();
    wrapped("Interrupted: what the story has changed is taken back.");
    out.flush();
  }

  private void wrapped(String text) {
    Columns line = new Columns(INDENT, Math.min(width, WIDEST) - INDENT);
    line.add("", text);
    // The table fills its lines with spaces up to its width.
    line.toString().lines().forEach(one -> out.println(one.stripTrailing()));
  }

  private String styled(Style style, String text) {
    return colours ? style.on() + text + Style.reset.on() : text;
  }
}
