package io.tenantproof.demo;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the settings from the environment and from the file it names; the environment wins.
 *
 * <p>Nothing is opened or started before every setting has been judged.
 */
final class SettingsReader {

  private static final int LARGEST_PORT = 65_535;
  private static final int LONGEST_DRAIN_SECONDS = 300;
  // Below the time after which an idle connection is closed, see Limits.
  private static final int LONGEST_DELAY_MS = 20_000;
  private static final int LATEST_CRASH_SECONDS = 86_400;

  private final List<SettingsProblem> problems = new ArrayList<>();

  private SettingsReader() {}

  /**
   * Reads and judges all settings.
   *
   * @param environment the process environment; names that do not begin with {@code DEMO_API_} are
   *     somebody else's
   * @throws InvalidSettingsException with every problem that was found
   */
  static Settings read(Map<String, String> environment) throws InvalidSettingsException {
    return new SettingsReader().settings(environment);
  }

  private Settings settings(Map<String, String> environment) throws InvalidSettingsException {
    Map<SettingKey, Setting> variables = variables(environment);
    Map<SettingKey, Setting> merged = new EnumMap<>(SettingKey.class);
    for (Setting setting : fileSettings(Optional.ofNullable(variables.get(SettingKey.CONFIG)))) {
      merged.put(setting.key(), setting);
    }
    merged.putAll(variables);
    SettingValues values = new SettingValues(merged);
    Settings settings = settings(values);
    problems.addAll(values.problems());
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems);
    }
    return settings;
  }

  private Map<SettingKey, Setting> variables(Map<String, String> environment) {
    Map<SettingKey, Setting> variables = new EnumMap<>(SettingKey.class);
    // Sorted: the same problems are reported in the same order.
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              if (!name.startsWith(SettingKey.PREFIX)) {
                return;
              }
              Optional<SettingKey> key = SettingKey.ofVariable(name);
              key.ifPresent(known -> variables.put(known, Setting.ofVariable(known, value)));
              if (key.isEmpty()) {
                problems.add(unknown(name, value));
              }
            });
    return variables;
  }

  private static SettingsProblem unknown(String name, String value) {
    String expected =
        ServiceLinks.isOne(name)
            ? "no such variable; " + ServiceLinks.CURE
            : "one of " + SettingKey.knownVariables();
    return new SettingsProblem(name, Optional.of(value), expected, "environment variable " + name);
  }

  private List<Setting> fileSettings(Optional<Setting> named) {
    Optional<SettingsFile> file =
        named.filter(setting -> !setting.value().isBlank()).map(SettingsFile::read);
    file.ifPresent(read -> problems.addAll(read.problems()));
    return file.map(SettingsFile::settings).orElse(List.of());
  }

  private static Settings settings(SettingValues values) {
    String tenantName = values.requiredLabel(SettingKey.TENANT_NAME);
    return new Settings(
        new Settings.Identity(
            tenantName,
            values.requiredLabel(SettingKey.ENVIRONMENT),
            values.label(SettingKey.APP, "demo-api"),
            values.podName("local"),
            values.message("Hello from " + tenantName + ".")),
        network(values),
        Duration.ofSeconds(values.integer(SettingKey.DRAIN_SECONDS, 5, 0, LONGEST_DRAIN_SECONDS)),
        faults(values));
  }

  private static Settings.Network network(SettingValues values) {
    InetAddress address = values.address(SettingKey.BIND_ADDRESS, "0.0.0.0");
    int port = values.integer(SettingKey.PORT, 8080, 0, LARGEST_PORT);
    int managementPort = values.integer(SettingKey.MANAGEMENT_PORT, 8081, 0, LARGEST_PORT);
    if (port == managementPort && port != 0) {
      String expected = "another port than the API's, which is " + port;
      values.refuse(SettingKey.MANAGEMENT_PORT, String.valueOf(managementPort), expected);
    }
    return new Settings.Network(address, port, managementPort);
  }

  private static Settings.Faults faults(SettingValues values) {
    int crashAfter =
        values.integer(SettingKey.FAULT_CRASH_AFTER_SECONDS, 0, 0, LATEST_CRASH_SECONDS);
    return new Settings.Faults(
        Duration.ofMillis(values.integer(SettingKey.FAULT_DELAY_MS, 0, 0, LONGEST_DELAY_MS)),
        values.fraction(SettingKey.FAULT_ERROR_RATE, 0),
        values.flag(SettingKey.FAULT_UNREADY),
        Optional.of(crashAfter).filter(n -> n > 0).map(Duration::ofSeconds));
  }
}
