package io.tenantproof.console;

import io.tenantproof.command.Command;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person's desktop.
 *
 * @param opener the program that opens an address there
 */
public record Desktop(String opener) {

  /** The one that this JVM was started at; empty where there is no display. */
  public static Optional<Desktop> ofThisJvm() {
    return of(System.getProperty("os.name", ""), System.getenv());
  }

  static Optional<Desktop> of(String system, Map<String, String> environment) {
    if (system.toLowerCase(Locale.ROOT).startsWith("mac")) {
      return Optional.of(new Desktop("open"));
    }
    return Stream.of("DISPLAY", "WAYLAND_DISPLAY")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(display -> !display.isEmpty())
        .findFirst()
        .map(display -> new Desktop("xdg-open"));
  }

  /**
   * Opens an address in the browser, which goes on by itself.
   *
   * @throws io.tenantproof.command.CommandFailed when the opener can't be started
   */
  public void open(URI page) {
    Command.of(opener, page.toString()).launch();
  }
}
