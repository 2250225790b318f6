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
        .filter(Config::hasValue)
        .forEach(
            node -> {
              String name = node.key().toString();
              String value = node.asString().orElse("");
              String origin = "file " + path;
              Optional<SettingKey> key = SettingKey.ofKey(name);
              key.ifPresent(known -> settings.add(new Setting(known, value, origin)));
              if (key.isEmpty()) {
                String expected = "one of the keys " + SettingKey.knownKeys();
                problems.add(new SettingsProblem(name, Optional.of(value), expected, origin));
              }
            });
    return new SettingsFile(settings, problems);
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
