package io.tenantproof.settings;

import io.tenantproof.console.Nearest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one run.
 *
 * @param values what was given; a setting that is not in here has its default
 */
public record Settings(Map<Setting, Given> values) {

  /** Settings of which none was given: all have their defaults. */
  public static final Settings NONE = new Settings(Map.of());

  private static final String PROPERTY = "tenantproof.";
  private static final String VARIABLE = "TENANTPROOF_";

  /**
   * A value that was given.
   *
   * @param value without space around it
   * @param origin where it was given, as in "the flag --keep"
   */
  public record Given(String value, String origin) {}

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
    Map<Setting, Given> found = new EnumMap<>(Setting.class);
    refuseUnknown(properties.stringPropertyNames().stream(), PROPERTY, Setting::property);
    refuseUnknown(environment.keySet().stream(), VARIABLE, Setting::variable);
    for (Setting setting : Setting.values()) {
      given(properties.getProperty(setting.property()), "the property " + setting.property())
          .or(
              () ->
                  given(environment.get(setting.variable()), "the variable " + setting.variable()))
          .ifPresent(given -> found.put(setting, given));
    }
    return new Settings(found);
  }

  private static Optional<Given> given(@Nullable String value, String origin) {
    return Optional.ofNullable(value)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> new Given(text, origin));
  }

  /** These settings with the value of a flag for one of them. */
  public Settings with(Setting setting, String value) {
    Map<Setting, Given> all = new EnumMap<>(Setting.class);
    all.putAll(values);
    all.put(setting, new Given(value, "the flag --" + setting.key()));
    return new Settings(all);
  }

  /** The value, or the default. */
  public String get(Setting setting) {
    return Optional.ofNullable(values.get(setting)).map(Given::value).orElse(setting.fallback());
  }

  /** Where the value was given, as in "the flag --keep"; empty where it is the default. */
  public Optional<String> origin(Setting setting) {
    return Optional.ofNullable(values.get(setting)).map(Given::origin);
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

  private BadSetting wrong(Setting setting, String expected, @Nullable Throwable cause) {
    BadSetting wrong =
        new BadSetting(
            "%s: expected %s, found \"%s\" in %s."
                .formatted(
                    setting.key(), expected, get(setting), origin(setting).orElse("the default")));
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
                  "%s is no setting%s. Known: %s."
                      .formatted(
                          name, Nearest.question(prefix, name, known), String.join(", ", known)));
            });
  }
}
