package io.tenantproof.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every setting the service knows.
 *
 * <p>A setting has one name in two spellings: {@code DEMO_API_TENANT_NAME} as an environment
 * variable, {@code tenant-name} as a key of the settings file. A name outside this list is refused,
 * so a misspelt setting cannot be overlooked.
 */
enum SettingKey {
  /** Who the service belongs to; required. */
  TENANT_NAME,
  /** Which stage this is, e.g. production; required. */
  ENVIRONMENT,
  /** Name of the workload. */
  APP,
  /** What the page says. */
  MESSAGE,
  /** Which copy of the workload answers. */
  POD_NAME,
  /** Address of the interface both ports are opened on. */
  BIND_ADDRESS,
  /** TCP port of the API. */
  PORT,
  /** TCP port of health and metrics. */
  MANAGEMENT_PORT,
  /** Seconds to go on serving after the service stopped being ready. */
  DRAIN_SECONDS,
  /** Milliseconds to wait before each answer of the API. */
  FAULT_DELAY_MS,
  /** Share of API requests that fail, 0 to 1. */
  FAULT_ERROR_RATE,
  /** Whether the service says it is not ready. */
  FAULT_UNREADY,
  /** Seconds after which the process ends with exit code 1; 0 is never. */
  FAULT_CRASH_AFTER_SECONDS,
  /** Path of the settings file; an environment variable only. */
  CONFIG;

  /** What every environment variable of this service begins with. */
  static final String PREFIX = "DEMO_API_";

  /** Name in a settings file, e.g. {@code tenant-name}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Name as an environment variable, e.g. {@code DEMO_API_TENANT_NAME}. */
  String variable() {
    return PREFIX + name();
  }

  /** Whether a settings file may hold this setting. */
  boolean allowedInFile() {
    return this != CONFIG;
  }

  static Optional<SettingKey> ofVariable(String variable) {
    return Arrays.stream(values()).filter(key -> key.variable().equals(variable)).findFirst();
  }

  static Optional<SettingKey> ofKey(String name) {
    return Arrays.stream(values())
        .filter(SettingKey::allowedInFile)
        .filter(key -> key.key().equals(name))
        .findFirst();
  }

  /** All names a settings file may hold, for people. */
  static String knownKeys() {
    return Arrays.stream(values())
        .filter(SettingKey::allowedInFile)
        .map(SettingKey::key)
        .collect(Collectors.joining(", "));
  }

  /** All environment variables of this service, for people. */
  static String knownVariables() {
    return Arrays.stream(values()).map(SettingKey::variable).collect(Collectors.joining(", "));
  }
}
