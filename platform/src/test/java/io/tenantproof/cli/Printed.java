package io.tenantproof.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Listens to what a command prints, in place of the terminal. */
final class Printed implements BeforeEachCallback, AfterEachCallback {

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  @Override
  public void beforeEach(ExtensionContext context) {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    System.setOut(out);
    System.setErr(err);
  }

  /** What it printed to standard output. */
  String out() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** What it printed to standard error. */
  String err() {
    return complained.toString(StandardCharsets.UTF_8);
  }

  /** Forgets what was printed to standard output so far. */
  void reset() {
    printed.reset();
  }
}
