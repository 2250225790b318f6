package io.tenantproof.endurance;

import io.tenantproof.command.Command;
import io.tenantproof.command.CommandFailed;
import io.tenantproof.settings.Setting;
import io.tenantproof.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The specs as Maven runs them.
 *
 * @param home the kit's folder
 * @param settings that were given
 * @param plan which specs, and on what
 */
record MavenRun(Path home, Settings settings, Plan plan) {

  private static final Duration LONGEST = Duration.ofHours(4);

  /** The tests' JVM removes its cluster when it is asked to end. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  // Where the locale has no UTF-8, Maven prints another mark.
  private static final String BEGINS = "[…?] .*";

  /** Whether a run is on the reused platform is this command's to say. */
  private static final Set<Setting> OWN = Set.of(Setting.HOME, Setting.REUSE);

  /** The tests' JVM runs in another folder. */
  private static final Set<Setting> PATHS =
      Set.of(Setting.CACHE, Setting.CONFIG, Setting.KUBECONFIG);

  /**
   * Runs them once.
   *
   * @param log gets all that Maven prints
   * @param said is told each spec and step that begins
   * @return whether Maven says that all went well
   */
  boolean run(Path log, Consumer<String> said) {
    try (PrintWriter lines =
        new PrintWriter(Files.newBufferedWriter(log, StandardCharsets.UTF_8), true)) {
      try {
        Command.of(words())
            .in(home)
            .with(
                Map.of(
                    Setting.HOME.variable(),
                    home.toString(),
                    // Maven takes the first java of the PATH, which may be an older one.
                    "JAVA_HOME",
                    System.getProperty("java.home")))
            .within(LONGEST)
            .endingWithin(GRACE)
            .run(
                line -> {
                  lines.println(line);
                  if (line.matches(BEGINS)) {
                    said.accept(line.substring(2));
                  }
                });
        return true;
      } catch (CommandFailed e) {
        lines.println(e.getMessage());
        return false;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(log + " can't be written", e);
    }
  }

  /** Fast tests are left out; Maven asks a repository only for what this machine lacks. */
  List<String> words() {
    List<String> words =
        new ArrayList<>(
            List.of(
                home.resolve("mvnw").toString(),
                "--batch-mode",
                "--no-transfer-progress",
                "verify",
                "--projects",
                "e2e-tests",
                "--also-make",
                "-Dtest=none",
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-D%s=%s".formatted(Setting.REUSE.property(), !plan.fresh())));
    if (!plan.specs().isEmpty()) {
      words.add("-Dit.test=" + String.join(",", plan.specs()));
      words.add("-Dfailsafe.failIfNoSpecifiedTests=false");
    }
    settings
        .values()
        .forEach(
            (setting, given) -> {
              if (!OWN.contains(setting)) {
                words.add("-D%s=%s".formatted(setting.property(), value(setting, given.value())));
              }
            });
    return List.copyOf(words);
  }

  private static String value(Setting setting, String given) {
    return PATHS.contains(setting) ? Path.of(given).toAbsolutePath().toString() : given;
  }
}
