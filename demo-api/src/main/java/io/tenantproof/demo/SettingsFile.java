package io.tenantproof.demo;

import io.helidon.config.Config;
import io.helidon.config.ConfigException;
import io.helidon.config.ConfigSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a settings file, YAML or properties by its extension.
 *
 * @param settings what it holds, not yet judged
 * @param problems keys it should not hold, or why it could not be read
 */
record SettingsFile(List<Setting> settings, List<SettingsProblem> problems) {

  SettingsFile {
    settings = List.copyOf(settings);
    problems = List.copyOf(problems);
  }

  /** Reads the file that a setting names. */
  static SettingsFile read(Setting named) {
    Path path = Path.of(named.value());
    if (!named.value().matches(".*\\.(ya?ml|properties)")) {
      return refused(named, "the path of a .yaml, .yml or .properties file");
    }
    if (!Files.isReadable(path) || !Files.isRegularFile(path)) {
      return refused(named, "a file that exists and may be read");
    }
    try {
      return entries(config(path), path);
    } catch (ConfigException e) {
      return refused(named, "a well-formed file: " + innermost(e));
    }
  }

  private static Config config(Path path) {
    // No references such as ${x}: a value is what the file says.
    return Config.builder()
        .addSource(ConfigSources.file(path))
        .disableEnvironmentVariablesSource()
        .disableSystemPropertiesSource()
        .disableKeyResolving()
        .disableValueResolving()
        .build();
  }

  private static SettingsFile entries(Config config, Path path) {
    List<Setting> settings = new ArrayList<>();
    List<SettingsProblem> problems = new ArrayList<>();
    config
        .traverse()
        .filter(SettingsFile::endsBranch)
        .forEach(
            node -> {
              String name = node.key().toString();
              Optional<SettingKey> key = SettingKey.ofKey(name);
              if (key.isPresent() && node.hasValue()) {
                settings.add(new Setting(key.get(), node.asString().orElse(""), "file " + path));
              } else {
                String expected =
                    key.isPresent() ? "one value" : "one of the keys " + SettingKey.knownKeys();
                problems.add(
                    new SettingsProblem(
                        name, node.asString().asOptional(), expected, "file " + path));
              }
            });
    return new SettingsFile(settings, problems);
  }

  /** A value, or an object or list with nothing in it. */
  private static boolean endsBranch(Config node) {
    return node.hasValue() || node.asNodeList().map(List::isEmpty).orElse(true);
  }

  private static SettingsFile refused(Setting named, String expected) {
    SettingsProblem problem =
        new SettingsProblem(
            named.key().key(), Optional.of(named.value()), expected, named.origin());
    return new SettingsFile(List.of(), List.of(problem));
  }

  private static String innermost(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
  }
}
