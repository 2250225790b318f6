package io.tenantproof.settings;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of one run.
 *
 * @param values what was given; a setting that is not in here has its default
 */
public record Settings(Map<Setting, String> values) {

  private static final String PROPERTY = "tenantproof.";
  private static final String VARIABLE = "TENANTPROOF_";

  /** Copies what it is given. */
  public Settings {
    values = Map.copyOf(values);
  }

  /** The settings of this JVM: its system properties over its environment. */
  public static Settings ofThisJvm() {
    return from(System.getProperties(), System.getenv());
  }

  /**
   * Reads settings.
   *
   * @throws BadSetting when a name with the kit's prefix is no setting
   */
  public static Settings from(Properties properties, Map<String, String> environment) {
    Map<Setting, String> found = new EnumMap<>(Setting.class);
    refuseUnknown(properties.stringPropertyNames().stream(), PROPERTY, Setting::property);
    refuseUnknown(environment.keySet().stream(), VARIABLE, Setting::variable);
    for (Setting setting : Setting.values()) {
      Optional.ofNullable(properties.getProperty(setting.property()))
          .or(() -> Optional.ofNullable(environment.get(setting.variable())))
          .map(String::strip)
          .filter(value -> !value.isEmpty())
          .ifPresent(value -> found.put(setting, value));
    }
    return new Settings(found);
  }

  /** These settings with another value for one of them. */
  public Settings with(Setting setting, String value) {
    Map<Setting, String> all = new EnumMap<>(Setting.class);
    all.putAll(values);
    all.put(setting, value);
    return new Settings(all);
  }

  /** The value, or the default. */
  public String get(Setting setting) {
    return values.getOrDefault(setting, setting.fallback());
  }

  /** The value, or empty where neither a value nor a default is there. */
  public Optional<String> find(Setting setting) {
    return Optional.of(get(setting)).filter(value -> !value.isEmpty());
  }

  /**
   * The value as a whole number.
   *
   * @throws BadSetting when it is none, or not between the bounds
   */
  public int number(Setting setting, int least, int most) {
    try {
      int value = Integer.parseInt(get(setting));
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong(setting, "a whole number from " + least + " to " + most, e);
    }
    throw wrong(setting, "a whole number from " + least + " to " + most, null);
  }

  /**
   * The value as one of a list of words.
   *
   * @throws BadSetting when it is none of them
   */
  public <E extends Enum<E>> E choice(Setting setting, Class<E> choices) {
    String value = get(setting);
    return Stream.of(choices.getEnumConstants())
        .filter(choice -> word(choice).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    setting,
                    Stream.of(choices.getEnumConstants())
                        .map(Settings::word)
                        .collect(Collectors.joining(", ")),
                    null));
  }

  private BadSetting wrong(
      Setting setting, String expected, @org.jspecify.annotations.Nullable Throwable cause) {
    BadSetting wrong =
        new BadSetting(
            "%s (%s): expected %s, found \"%s\"."
                .formatted(setting.property(), setting.variable(), expected, get(setting)));
    if (cause != null) {
      wrong.initCause(cause);
    }
    return wrong;
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static void refuseUnknown(
      Stream<String> names, String prefix, Function<Setting, String> form) {
    TreeSet<String> known =
        Stream.of(Setting.values()).map(form).collect(Collectors.toCollection(TreeSet::new));
    names
        .filter(name -> name.startsWith(prefix) && !known.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new BadSetting(
                  "%s is no setting. Known: %s.".formatted(name, String.join(", ", known)));
            });
  }
}
