package io.tenantproof.grafana;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Values of the variables that a query may use.
 *
 * @param tenant the chosen tenant
 * @param rateInterval window of a rate: a few scrapes long
 * @param range the time that the dashboard shows
 * @param interval time from one point of a graph to the next
 */
public record Variables(String tenant, Duration rateInterval, Duration range, Duration interval) {

  /** The names, without the dollar. */
  static final Set<String> NAMES = Set.of("tenant", "__rate_interval", "__range", "__interval");

  // Also ${name} and ${name:format}: Grafana knows them, our queries don't use them.
  private static final Pattern USE = Pattern.compile("\\$(\\{[^}]*}|[A-Za-z_]\\w*)|\\[\\[\\w+]]");

  /** The text with each variable replaced by its value. */
  public String in(String text) {
    Map<String, String> values =
        Map.of(
            "tenant", tenant,
            "__rate_interval", seconds(rateInterval),
            "__range", seconds(range),
            "__interval", seconds(interval));
    return USE.matcher(text)
        .replaceAll(
            use ->
                Matcher.quoteReplacement(
                    Optional.ofNullable(values.get(name(use))).orElse(use.group())));
  }

  /** What a text uses, as {@code $name} without the dollar. */
  static Set<String> usedIn(String text) {
    return USE.matcher(text).results().map(Variables::name).collect(Collectors.toUnmodifiableSet());
  }

  private static String name(MatchResult use) {
    return use.group().startsWith("$") ? use.group().substring(1) : use.group();
  }

  private static String seconds(Duration duration) {
    return Math.max(1, duration.toSeconds()) + "s";
  }
}
