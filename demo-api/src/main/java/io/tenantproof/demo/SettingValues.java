package io.tenantproof.demo;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Turns texts into values and remembers every text that can't be one.
 *
 * <p>A wrong text yields the fallback, so that reading goes on and finds the other problems too;
 * whoever reads must look at {@link #problems()} before using a value. An empty text counts as not
 * set: that is what a template leaves behind when its value is empty.
 */
final class SettingValues {

  /** A Kubernetes name of one label, which is also safe as a label value: RFC 1123, section 2.1. */
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  /** A Kubernetes pod name: labels joined by dots. */
  private static final Pattern POD_NAME = Pattern.compile("[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?");

  private static final Pattern LITERAL_ADDRESS =
      Pattern.compile("\\d+(\\.\\d+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final int LONGEST_MESSAGE = 1000;

  private final Map<SettingKey, Setting> settings;
  private final List<SettingsProblem> problems = new ArrayList<>();

  SettingValues(Map<SettingKey, Setting> settings) {
    this.settings = Map.copyOf(settings);
  }

  List<SettingsProblem> problems() {
    return List.copyOf(problems);
  }

  String requiredLabel(SettingKey key) {
    if (present(key).isEmpty()) {
      String where = "set " + key.variable() + " or the key " + key.key() + " of the settings file";
      problems.add(new SettingsProblem(key.key(), Optional.empty(), labelRule(), where));
    }
    return label(key, "");
  }

  String label(SettingKey key, String fallback) {
    return parsed(key, fallback, labelRule(), text -> matching(LABEL, text));
  }

  String podName(String fallback) {
    String rule = "lower-case letters, digits, dashes and dots, at most 253 characters";
    return parsed(SettingKey.POD_NAME, fallback, rule, text -> matching(POD_NAME, text));
  }

  String message(String fallback) {
    String rule = "printable text of at most " + LONGEST_MESSAGE + " characters";
    return parsed(SettingKey.MESSAGE, fallback, rule, SettingValues::printableMessage);
  }

  int integer(SettingKey key, int fallback, int smallest, int largest) {
    String rule = "a whole number from " + smallest + " to " + largest;
    return parsed(
        key,
        fallback,
        rule,
        text -> Optional.of(Integer.valueOf(text)).filter(n -> n >= smallest && n <= largest));
  }

  double fraction(SettingKey key, double fallback) {
    return parsed(
        key,
        fallback,
        "a number from 0 to 1",
        text -> Optional.of(Double.valueOf(text)).filter(n -> n >= 0 && n <= 1));
  }

  boolean flag(SettingKey key) {
    return parsed(
        key,
        false,
        "true or false",
        text ->
            switch (text) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  InetAddress address(SettingKey key, String fallback) {
    InetAddress otherwise = literalAddress(fallback).orElseThrow();
    String rule = "an IPv4 or IPv6 address such as 0.0.0.0 or ::";
    return parsed(key, otherwise, rule, SettingValues::literalAddress);
  }

  /** Refuses a value that is right by itself but not beside another one. */
  void refuse(SettingKey key, String seen, String expected) {
    String origin = present(key).map(Setting::origin).orElse("default value");
    problems.add(new SettingsProblem(key.key(), Optional.of(seen), expected, origin));
  }

  private <T> T parsed(
      SettingKey key, T fallback, String rule, Function<String, Optional<T>> parser) {
    Optional<Setting> setting = present(key);
    if (setting.isEmpty()) {
      return fallback;
    }
    Optional<T> value = attempt(parser, setting.get().value().strip());
    if (value.isEmpty()) {
      problems.add(problem(setting.get(), rule));
    }
    return value.orElse(fallback);
  }

  private static <T> Optional<T> attempt(Function<String, Optional<T>> parser, String text) {
    try {
      return parser.apply(text);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static SettingsProblem problem(Setting setting, String rule) {
    String expected =
        ServiceLinks.looksLikeOne(setting.value()) ? rule + "; " + ServiceLinks.CURE : rule;
    return new SettingsProblem(
        setting.key().key(), Optional.of(setting.value()), expected, setting.origin());
  }

  private Optional<Setting> present(SettingKey key) {
    return Optional.ofNullable(settings.get(key)).filter(setting -> !setting.value().isBlank());
  }

  private static String labelRule() {
    return "lower-case letters, digits and dashes, at most 63 characters";
  }

  private static Optional<String> matching(Pattern pattern, String text) {
    return Optional.of(text).filter(pattern.asMatchPredicate());
  }

  private static Optional<String> printableMessage(String text) {
    boolean printable = text.codePoints().noneMatch(Character::isISOControl);
    return Optional.of(text).filter(t -> printable && t.length() <= LONGEST_MESSAGE);
  }

  /**
   * Literal addresses only: a name would be looked up, and a slow resolver would delay the start.
   */
  private static Optional<InetAddress> literalAddress(String text) {
    if (!LITERAL_ADDRESS.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
