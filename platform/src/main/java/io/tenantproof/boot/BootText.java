package io.tenantproof.boot;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A boot, and what the last run of the specs took, for people.
 *
 * @param boot of the platform that runs
 * @param suite the last run; empty where there was none
 */
public record BootText(Boot boot, Optional<Suite> suite) {

  private static final int SECONDS = 1_000;

  /** All of it: a line a milestone, the critical ones marked, and what bounds the boot. */
  public String table() {
    StringBuilder text =
        new StringBuilder(
            "\nSeconds since %s: %s.%n%n".formatted(boot.zero(), boot.begun().title()));
    text.append("        at       took   share    milestone after what it waited for\n");
    boot.legs().forEach(leg -> text.append(line(leg)));
    text.append(
        "%n* is on the critical path: the chain that ends last. Kubernetes writes whole seconds, so a time may%nbe up to one too early; a condition shows its last change.%n"
            .formatted());
    text.append("\nCritical path: ").append(path()).append('\n');
    boot.bound().ifPresent(leg -> text.append(bound(leg)));
    if (!boot.unknown().isEmpty()) {
      text.append("\nNot known:\n");
      boot.unknown()
          .forEach(one -> text.append("  %s: %s%n".formatted(one.mark().title(), one.source())));
    }
    return text.append('\n').append(suite.map(BootText::told).orElse(noRun())).toString();
  }

  private static String noRun() {
    return "Specs: no run yet; `make verify` makes one.\n";
  }

  private static String line(Leg leg) {
    return String.format(
        Locale.ROOT,
        "%8.1f s %8.1f s %6.1f %%  %s %s%s%n",
        seconds(leg.at()),
        seconds(leg.took()),
        100 * leg.share(),
        leg.critical() ? "*" : " ",
        leg.mark().title(),
        leg.from().map(from -> " after \"%s\"".formatted(from.title())).orElse(""));
  }

  private String path() {
    return boot.critical().stream().map(Mark::title).collect(Collectors.joining(" → "));
  }

  private String bound(Leg leg) {
    return String.format(
        Locale.ROOT,
        "It is bound by \"%s\": %.1f of %.1f s, %.0f %%.%n",
        leg.mark().title(),
        seconds(leg.took()),
        seconds(boot.took()),
        100 * leg.share());
  }

  private static String told(Suite suite) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "Specs of the run at %s, %.0f s; %.0f s of it they waited for something, %.0f s"
                    + " they watched that it stays:%n%n",
                suite.begin(),
                seconds(suite.took()),
                seconds(suite.waited()),
                seconds(suite.watched())));
    for (Suite.Part part : suite.parts()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%8.1f s %6.1f %%  %s%n",
              seconds(part.took()),
              100 * part.share(),
              part.name()));
    }
    return text.toString();
  }

  private static double seconds(Duration time) {
    return time.toMillis() / (double) SECONDS;
  }
}
